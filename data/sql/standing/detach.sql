detach database if exists standing;
