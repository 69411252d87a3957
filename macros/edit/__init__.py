"""Changes of data files that keep everything else in them."""
