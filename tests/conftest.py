"""What every test stands on: no network, and no settings file from outside."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import socket
import sys
from collections.abc import Iterator
from functools import lru_cache, wraps
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from seocheck.runs.garbage import collect_less

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


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Any attempt to open a connection or to look up a name fails the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket.socket, "connect_ex", _refuse)
        patch.setattr(socket, "create_connection", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


def pytest_configure(config: pytest.Config) -> None:
    """Where Python is to write no bytecode beside the sources, keep it with pytest's own cache.

    Every process that the tests start would compile seocheck anew, which takes longer than what it starts for.
    """
    cache = getattr(config, "cache", None)
    if sys.dont_write_bytecode and cache is not None:
        folder = str(cache.mkdir("bytecode"))
        sys.dont_write_bytecode, sys.pycache_prefix = False, folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder


def pytest_collection_finish() -> None:
    """The garbage collector needn't look at ten thousand tests whenever one makes garbage, nor as often as ever."""
    gc.collect()
    gc.freeze()
    collect_less()


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


@pytest.fixture(scope="session", autouse=True)
def no_build_server() -> Iterator[None]:
    """Whether these tests run on a build server changes nothing of what they see."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("GITHUB_", "CI_")):
                patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier test came to is no concern of the next; tests of the cache name a folder of their own."""
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", "")


@pytest.fixture(scope="session", autouse=True)
def dictionaries_unpacked_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Unpacking a dictionary takes 0.1 to 1.4 s, and each test that has a plan of its own would do it again.

    What comes of it never changes; all fifty of them take 300 MB. One process of a run unpacks it, and another reads
    what that one has written down. Tests of the unpacking itself ask for `dictionaries_unpacked_anew`.
    """
    from seocheck.languages import unpacking
    from seocheck.languages.simplemma_parts import StreamMap

    unpack = unpacking.unpacked
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    folder = tmp_path_factory.getbasetemp().parent / "dictionaries" if worker else None

    def read(lang: str) -> StreamMap:
        if folder is None:
            return unpack(lang)
        written = folder / f"{lang}.pickle"
        if written.exists():
            found = StreamMap.__new__(StreamMap)
            for name, value in pickle.loads(written.read_bytes()).items():
                setattr(found, name, value)
            return found
        found = unpack(lang)
        folder.mkdir(exist_ok=True)
        half = folder / f"{lang}-{worker}.half"
        half.write_bytes(pickle.dumps({name: getattr(found, name) for name in StreamMap.__slots__}))
        half.replace(written)
        return found

    once = lru_cache(None)(wraps(unpack)(read))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unpacking, "unpacked", once)
        yield


@pytest.fixture
def dictionaries_unpacked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the unpacking itself, and of the time it takes."""
    from seocheck.languages import unpacking

    monkeypatch.setattr(unpacking, "unpacked", unpacking.unpacked.__wrapped__.__wrapped__)  # type: ignore[attr-defined]
