"""COV501: a care principal without a seat in a group that is for it."""
