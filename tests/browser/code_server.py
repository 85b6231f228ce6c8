"""Visual Studio Code in a browser (code-server), with the extension of `editors/vscode` installed."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support import ROOT

EXTENSION = ROOT / "editors" / "vscode" / "dist" / "seocheck.vsix"
SETTINGS = {
    "workbench.startupEditor": "none",
    "workbench.colorTheme": "Default Light Modern",
    "workbench.tips.enabled": False,
    "telemetry.telemetryLevel": "off",
    "editor.minimap.enabled": False,
    "extensions.autoCheckUpdates": False,
    "remote.autoForwardPorts": False,
}


class Editor:
    """One window of the editor."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def open(self, name: str) -> None:
        """Open an article of the folder."""
        item = self.page.get_by_role("treeitem", name=name)
        item.wait_for()
        item.dblclick()
        self.page.locator(".view-line").first.wait_for()

    def command(self, name: str) -> None:
        """Run a command by its name."""
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input[type=text]")
        box.wait_for()
        box.fill(f">{name}")
        row = self.page.locator(".quick-input-list .monaco-list-row", has_text=name).first
        row.wait_for()
        row.click()


@contextmanager
def code_server(entry: str, folder: Path, data: Path, path: Sequence[str]) -> Iterator[str]:
    """Start it for a folder, with these folders as its PATH. Gives its address."""
    (data / "User").mkdir(parents=True)
    (data / "User" / "settings.json").write_text(json.dumps(SETTINGS))
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "SEOCHECK"))}
    surroundings |= {"PATH": os.pathsep.join(path), "HOME": str(data), "XDG_CONFIG_HOME": str(data / "config")}
    own = ["node", entry, "--user-data-dir", str(data), "--extensions-dir", str(data / "extensions")]
    subprocess.run(
        [*own, "--install-extension", str(EXTENSION)], env=surroundings, check=True, capture_output=True, timeout=120
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    options = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry", "--disable-update-check"]
    server = subprocess.Popen([*own, *options, str(folder)], env=surroundings, stdout=subprocess.DEVNULL,
                              stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    try:
        _wait_for(f"{address}healthz", server)
        yield f"{address}?folder={folder}"
    finally:
        os.killpg(server.pid, 15)
        server.wait(30)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    # A process of its own asks: tests may not.
    code = (
        "import sys, time\nfrom urllib.request import ProxyHandler, build_opener\n"
        "for _ in range(300):\n"
        "    try: build_opener(ProxyHandler({})).open(sys.argv[1], timeout=5); sys.exit(0)\n"
        "    except OSError: time.sleep(0.2)\n"
        "sys.exit(1)"
    )
    done = subprocess.run([sys.executable, "-c", code, address], check=False, timeout=120)
    assert done.returncode == 0, f"code-server did not start (exit code {server.poll()})"
