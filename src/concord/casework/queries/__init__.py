"""What pages, the API and commands show, read through the person who asks."""
