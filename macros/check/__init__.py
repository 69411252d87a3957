"""The data set and the project → problems."""
