"""Pages about the calendar that an authority counts with."""
