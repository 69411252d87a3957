"""Figures, worked out when the site is built: one file a figure; the markup is in `templates/figures.html.j2`."""
