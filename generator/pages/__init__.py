"""Views' content becomes pages: the only room that knows MkDocs and Material."""
