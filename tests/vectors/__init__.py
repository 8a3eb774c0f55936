"""Vectors of the vault format and the script that writes them."""
