"""Passages of an article: each module tells one subject, sentence by sentence."""
