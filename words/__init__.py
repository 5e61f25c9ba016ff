"""What screen, paper and command line say alike."""
