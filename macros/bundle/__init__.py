"""Editions for use without a network: a folder, a zip or one file, and the check of each."""
