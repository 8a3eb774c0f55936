"""The staff edition: what the teachers of one class see together. The only pages that ever hold more than one child."""
