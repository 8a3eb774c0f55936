"""The `kinfolio` command: its commands, and how every way of failing ends in a sentence and an exit code."""

import errno
import os
from collections.abc import Sequence

import click

from generator import __version__
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.digest import digest_command
from generator.cli.doctor import doctor
from generator.cli.gradebook import gradebook
from generator.cli.keepsake import keepsake
from generator.cli.keys import keys
from generator.cli.letters import letters
from generator.cli.new import new
from generator.cli.offline import offline
from generator.cli.report import report
from generator.cli.schemas import schemas
from generator.cli.serve import serve
from generator.cli.sftp import sftp
from generator.cli.unseal import unseal
from generator.cli.verify import verify
from generator.problems import KinfolioError

WRONG_COMMAND_LINE = 2
OUR_FAILURE = 3
STOPPED = 130

COMMANDS: tuple[click.Command, ...] = (
    new,
    build,
    check,
    serve,
    letters,
    keepsake,
    offline,
    unseal,
    doctor,
    sftp,
    verify,
    keys,
    schemas,
    report,
    digest_command,
    gradebook,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kinfolio")
def kinfolio() -> None:
    """Children's learning portfolios as sealed sites, made from a school's own files.

    Run it in a folder that holds a site-config.yml.
    """


for command in COMMANDS:
    kinfolio.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command line; never a traceback unless KINFOLIO_DEBUG is set."""
    try:
        status = kinfolio.main(
            args=None if arguments is None else list(arguments), prog_name="kinfolio", standalone_mode=False
        )
    except click.UsageError as error:
        error.show()
        return WRONG_COMMAND_LINE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nstopped; what was published before is untouched", err=True)
        return STOPPED
    except KinfolioError as error:
        _say(str(error), error.hint)
        return OUR_FAILURE
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM}:
            return _our_mistake(error)
        _say(
            f"the disk said no: {error.strerror}: {error.filename or ''}".rstrip(": "),
            "what was published before is untouched; mend it and build again",
        )
        return OUR_FAILURE
    except Exception as error:  # noqa: BLE001 - the last net: a sentence instead of a traceback
        return _our_mistake(error)
    return status if isinstance(status, int) else 0


def _our_mistake(error: Exception) -> int:
    if os.environ.get("KINFOLIO_DEBUG"):
        raise error
    _say(
        f"this is a mistake of ours ({type(error).__name__})",
        "nothing was published; set KINFOLIO_DEBUG=1 and run again to see where, and tell us",
    )
    return OUR_FAILURE


def _say(message: str, hint: str) -> None:
    click.echo(f"kinfolio: {message}", err=True)
    if hint:
        click.echo(f"  hint: {hint}", err=True)
