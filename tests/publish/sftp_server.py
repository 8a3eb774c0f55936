"""A real SSH server on this machine, for one test: its own keys, its own port, and nothing of the system's."""

import contextlib
import getpass
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.programs import path_of
from tests.publish.test_servers import free_port, running

SSHD = path_of("sshd")
HOST = "web.example"
_PRIVILEGES = Path("/run/sshd")
"""Where sshd gives up root's rights; a system that starts it makes the folder."""


@dataclass(frozen=True, kw_only=True)
class SftpServer:
    """Who logs in at HOST arrives in `web`."""

    web: Path
    settings: Path

    def sftp(self, batch: Path, *more: str) -> list[str]:
        """The command of the recipe, which finds the server by the settings of its own."""
        return ["sftp", "-F", str(self.settings), *more, "-b", str(batch), HOST]

    @property
    def ssh(self) -> str:
        return f"ssh -F {self.settings}"


@contextlib.contextmanager
def sftp_serving(folder: Path) -> Iterator[SftpServer]:
    """Runs OpenSSH's server with everything it needs in `folder`."""
    if SSHD is None or path_of("sftp") is None:
        pytest.skip("NO SFTP SERVER here: the recipe for SFTP is NOT proven")
    web = folder / "web"
    web.mkdir(parents=True)
    for key in ("of_host", "of_user"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)], check=True, timeout=30
        )
    port = free_port()
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/of_host\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/of_user.pub\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
        f"Subsystem sftp internal-sftp -d {web}\n",
        encoding="utf-8",
    )
    settings = folder / "ssh_config"
    settings.write_text(
        f"Host {HOST}\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
        f"  IdentityFile {folder}/of_user\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n"
        "  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n",
        encoding="utf-8",
    )
    if os.geteuid() == 0:
        _PRIVILEGES.mkdir(mode=0o755, exist_ok=True)
    with running([SSHD, "-D", "-e", "-f", str(folder / "sshd_config")], port=port):
        yield SftpServer(web=web, settings=settings)
