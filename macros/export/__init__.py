"""Files for other programs, each from one neutral value."""
