"""Documents that people carry out of the room."""
