"""Chart builders: one a file, each takes rows with the columns it names and gives a figure."""
