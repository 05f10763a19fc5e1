"""Every way that a dispute can go under a protocol: the positions, the moves and the walk."""
