"""One file a command of ``rapor``."""
