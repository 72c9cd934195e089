"""A folder of results, read and checked into evaluations."""
