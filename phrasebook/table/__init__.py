"""From YAML files to entries."""
