"""The MkDocs plugin: hooks, generated pages, and the theme's shell around them.

Only this package knows MkDocs.
"""

from __future__ import annotations

from generator.plugin.hooks import RaporPlugin

__all__ = ["RaporPlugin"]
