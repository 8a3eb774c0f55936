"""`kinfolio` and `python -m generator`: the front door, open before anything else is loaded."""

import gc
import sys

_RECORDS_BETWEEN_LOOKS = 50_000


def main() -> None:
    """Runs the command line; somebody who stops it while it is still loading reads a sentence too."""
    try:
        # Loading everything takes longer than some people wait.
        from generator.cli.main import run  # noqa: PLC0415 - late on purpose

        # A build makes very many records and hardly a cycle: to look for cycles as often as Python does costs a tenth of it.
        gc.freeze()
        gc.set_threshold(_RECORDS_BETWEEN_LOOKS)
        status = run()
    except KeyboardInterrupt:
        print("\nstopped; what was published before is untouched", file=sys.stderr)  # noqa: T201 - nothing is loaded
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
