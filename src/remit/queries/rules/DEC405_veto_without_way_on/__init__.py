"""DEC405: everybody must approve, and there is no way on after one rejection."""
