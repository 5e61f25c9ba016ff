"""What ships: real units, the published decision, and illustration data made by its script."""
