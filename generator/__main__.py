"""`python -m generator`, the same as `kinfolio`."""

from generator.cli.main import main

if __name__ == "__main__":
    main()
