"""What phrasebook knows about each language, read from data/languages."""
