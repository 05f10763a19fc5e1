"""One function for each verb: permission, decision, entries, rows and notices together."""
