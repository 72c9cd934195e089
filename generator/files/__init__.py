"""The files to download, one module each."""
