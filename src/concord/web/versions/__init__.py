"""The versions of the authority's protocol: upload, look, compare, put into force, move."""
