"""Self-contained HTML pages: everything inline, no request to anywhere, enforced by a content security policy."""
