"""Firefox and WebKitGTK, driven the way each of them speaks: Marionette over a socket, WebDriver over HTTP.

Playwright drives neither as Debian ships them, and geckodriver is not to be had from a package registry.
"""

import contextlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

PATIENCE: Final = 60.0
_ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
_HOST: Final = "127.0.0.1"
_QUIET: Final = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.tabs.warnOnClose": False,
    "captivedetect.canonicalURL": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "intl.accept_languages": "en-CA",
    "media.autoplay.default": 0,
    "media.volume_scale": "0.0",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class Engine(ABC):
    """A browser of another make: goes to addresses, runs script in pages, presses real keys and buttons."""

    @abstractmethod
    def _ask(self, command: str, parameters: Mapping[str, Any]) -> Any: ...

    def go(self, address: str) -> None:
        self._ask("Navigate", {"url": address})

    def back(self) -> None:
        self._ask("Back", {})

    def forward(self) -> None:
        self._ask("Forward", {})

    def reload(self) -> None:
        self._ask("Refresh", {})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value that the script, a function's body, returns."""
        return self._ask("ExecuteScript", {"script": script, "args": list(arguments)})

    def click(self, selector: str) -> None:
        self._ask("ElementClick", {"id": self._find(selector)})

    def type(self, selector: str, text: str) -> None:
        self._ask("ElementSendKeys", {"id": self._find(selector), "text": text})

    def until(self, expression: str) -> None:
        """Waits for an expression to be true in the page; between two pages there is nothing to ask."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(EngineError):
                if self.run(f"return !!({expression})"):
                    return
            time.sleep(0.1)
        shown = self.run("return `${location.href}: ${document.body.innerText}`")
        pytest.fail(f"never came true: {expression}; there is {str(shown)[:400]}")

    def _find(self, selector: str) -> str:
        self.until(f"document.querySelector({json.dumps(selector)})?.checkVisibility()")
        found = self._ask("FindElement", {"using": "css selector", "value": selector})
        return str(found[_ELEMENT])


class EngineError(Exception):
    """The browser refused a command."""


class Firefox(Engine):
    """A connection by Marionette: a number of bytes, a colon, and a message as JSON."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        self._number = 0
        self._read()
        self._ask("NewSession", {"capabilities": {}})

    def _ask(self, command: str, parameters: Mapping[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, f"WebDriver:{command}", dict(parameters)]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, failure, answer = self._read()
        if failure:
            raise EngineError(failure["message"])
        return answer.get("value")

    def _read(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._stream.read(1) or b":"
        return json.loads(self._stream.read(int(size[:-1])))

    def close(self) -> None:
        self._stream.close()


class WebKit(Engine):
    """A connection by WebDriver (W3C)."""

    _PATHS: Final = {
        "Navigate": "url",
        "Back": "back",
        "Forward": "forward",
        "Refresh": "refresh",
        "ExecuteScript": "execute/sync",
        "FindElement": "element",
        "ElementClick": "element/{id}/click",
        "ElementSendKeys": "element/{id}/value",
    }

    def __init__(self, port: int, *, options: Mapping[str, Any]) -> None:
        self._port = port
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": dict(options)}}}
        self._session = str(self._post("/session", asked)["sessionId"])

    def _ask(self, command: str, parameters: Mapping[str, Any]) -> Any:
        path = self._PATHS[command].format_map(parameters)
        return self._post(f"/session/{self._session}/{path}", parameters)

    def _post(self, path: str, body: Mapping[str, Any]) -> Any:
        connection = http.client.HTTPConnection(_HOST, self._port, timeout=60)
        try:
            connection.request("POST", path, json.dumps(dict(body)), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            connection.close()
        if answer.status >= 400:
            raise EngineError(f"{value['error']}: {value['message']}")
        return value


@contextlib.contextmanager
def firefox(profile: Path, **preferences: Any) -> Iterator[Firefox]:
    """A Firefox with this profile folder, which is complete on the disk when the block is left."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("NO FIREFOX here: portfolios are NOT proven in it")
    port = free_port()
    profile.mkdir()
    settings = {**_QUIET, "marionette.port": port, **preferences}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    environment = os.environ | {"HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
    with _running(command, environment), _connected(port) as connection:
        driven = Firefox(connection)
        try:
            yield driven
        finally:
            with contextlib.suppress(OSError, ValueError):
                driven._ask("DeleteSession", {})
            driven.close()


@contextlib.contextmanager
def webkit(*arguments: str, home: Path | None = None) -> Iterator[WebKit]:
    """WebKitGTK's small browser on a screen that nobody sees. Driven, it keeps nothing; what else it writes goes to `home`."""
    driver, program = shutil.which("WebKitWebDriver"), _mini_browser()
    if driver is None:
        pytest.skip(_NO_WEBKIT)
    port = free_port()
    with _screen() as display:
        environment = os.environ | {"DISPLAY": display} | _at_home(home)
        with _running([driver, f"--port={port}"], environment), _connected(port):
            options = {"binary": program, "args": ["--automation", *arguments]}
            yield WebKit(port, options=options)


@contextlib.contextmanager
def webkit_alone(address: str, *, home: Path) -> Iterator[None]:
    """The same browser as a person starts it: it keeps what browsers keep, and nobody can drive it."""
    program = _mini_browser()
    with (
        _screen() as display,
        _running([program, address], os.environ | {"DISPLAY": display} | _at_home(home)),
    ):
        yield


_NO_WEBKIT: Final = "NO WEBKITGTK with its driver and Xvfb here: portfolios are NOT proven in it"


def _mini_browser() -> str:
    program = next(iter(sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))), None)
    if program is None:
        pytest.skip(_NO_WEBKIT)
    return str(program)


def _at_home(home: Path | None) -> dict[str, str]:
    """Where a program is to keep everything; nothing said for the usual places."""
    if home is None:
        return {}
    places = {f"XDG_{what}_HOME": home / what.lower() for what in ("CACHE", "CONFIG", "DATA", "STATE")}
    places |= {"HOME": home, "TMPDIR": home / "tmp"}
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    return {name: str(place) for name, place in places.items()}


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    screen = shutil.which("Xvfb")
    if screen is None:
        pytest.skip(_NO_WEBKIT)
    with subprocess.Popen(
        [screen, "-displayfd", "1", "-screen", "0", "1200x900x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as shown:
        try:
            number = shown.stdout.readline().decode().strip() if shown.stdout else "0"
            yield f":{number}"
        finally:
            shown.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield
        finally:
            process.terminate()


@contextlib.contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    for _ in range(300):
        with contextlib.suppress(OSError):
            connection = socket.create_connection((_HOST, port), timeout=60)
            break
        time.sleep(0.1)
    else:
        pytest.fail("the browser was started and never answered")
    with connection:
        yield connection
