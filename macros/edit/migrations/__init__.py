"""Numbered steps from an earlier shape of the data to today's, in the order in which they are taken."""
