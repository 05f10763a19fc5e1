"""The versions of an authority's protocol: uploaded, proposed, approved, in force from a day."""
