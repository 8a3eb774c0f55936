"""The words of the interface in other languages: a gettext catalogue for each, and how a message is looked up in it."""
