"""The scene of an organisation: what its map shows, as data, before anything is drawn."""

from remit.views.scene.make import scene

__all__ = ["scene"]
