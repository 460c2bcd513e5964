"""From a draft to the words its author is answerable for."""
