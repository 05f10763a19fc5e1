"""What is found out about a protocol before anybody has to live with it."""
