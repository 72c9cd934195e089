"""Changes to published data: what they move, and writing them so that nothing is lost."""
