"""The pages: parse what was sent, make one call to casework, answer."""
