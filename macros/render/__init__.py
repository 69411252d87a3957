"""Views → HTML and Markdown: templates, macros, the map of the site, links, search entries."""
