"""Rapor KIP: published evaluation results, as a public site."""

from __future__ import annotations

__version__ = "0.1.0"
