"""What every test stands on: no network, and no settings file from outside."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "seocheck", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("seocheck")


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A script that runs tests in the background has Ctrl-C ignored, here and in every process that is started.
    signal.signal(signal.SIGINT, signal.default_int_handler)


class NetworkTouchedError(AssertionError):
    """Something asked for the network."""


def _refuse(*_: Any, **__: Any) -> Any:
    raise NetworkTouchedError("seocheck must never use the network")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to open a connection or to look up a name fails the test."""
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", _refuse)
    monkeypatch.setattr(socket, "create_connection", _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)


def pytest_configure(config: pytest.Config) -> None:
    """Where Python is to write no bytecode beside the sources, keep it with pytest's own cache.

    Every process that the tests start would compile seocheck anew, which takes longer than what it starts for.
    """
    if sys.dont_write_bytecode and config.cache is not None:
        folder = str(config.cache.mkdir("bytecode"))
        sys.dont_write_bytecode, sys.pycache_prefix = False, folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what is made as the new goldens")
    parser.addoption("--update-pictures", action="store_true", help="take the pictures of docs/ anew (tests/browser)")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """`-n auto`: as many as there are cores, but one process for files that are named, which is quicker."""
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        config.option.dist = "no"
        return 0
    return None


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written anew."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture(autouse=True)
def no_build_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether these tests run on a build server changes nothing of what they see."""
    for name in list(os.environ):
        if name.startswith(("GITHUB_", "CI_")):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier test came to is no concern of the next; tests of the cache name a folder of their own."""
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", "")
