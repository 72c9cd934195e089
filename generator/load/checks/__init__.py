"""What the files of a folder say against each other, one module a subject."""
