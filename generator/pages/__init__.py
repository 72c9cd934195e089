"""One function a kind of page: facts in, Markdown out."""
