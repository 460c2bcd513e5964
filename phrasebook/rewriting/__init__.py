"""From findings to approved wording in the draft."""
