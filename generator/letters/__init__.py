"""Letters: the printed page that hands a family its keys, and the first thing it sees of a portfolio."""
