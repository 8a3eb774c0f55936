"""The vault's twin in the page: plain ES modules, and the bundle that is published from them."""
