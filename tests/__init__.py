"""The tests of phrasebook."""
