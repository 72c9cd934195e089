"""Pictures of facts as inline SVG, one file each: no script, no style attribute, the page's font."""
