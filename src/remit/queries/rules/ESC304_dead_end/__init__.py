"""ESC304: a route that ends where nobody may decide and nothing leads on."""
