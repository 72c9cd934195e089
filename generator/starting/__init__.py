"""A complete site of a province before there is any result: bodies, map, settings, prose, an edition."""
