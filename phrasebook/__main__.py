"""`python -m phrasebook`."""

import sys

from phrasebook.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
