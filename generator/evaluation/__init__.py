"""What was read, and arithmetic alone."""
