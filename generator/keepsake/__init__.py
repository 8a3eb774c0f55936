"""What a family keeps: the open edition, a folder that opens without us, and the book for the shelf."""
