"""Measurements of whole commands on synthetic data; nothing here is part of the product."""
