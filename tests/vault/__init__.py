"""The vault: bytes, keys and what may be wrong with them."""
