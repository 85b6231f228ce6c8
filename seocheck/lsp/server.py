"""The protocol: which message asks for what. All work is done by one thread beside the one that reads messages."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, BinaryIO, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme

from seocheck._version import __version__
from seocheck.config.file_names import FILE_NAMES, PYPROJECT
from seocheck.errors import SeocheckError
from seocheck.lsp.action_kinds import KINDS
from seocheck.lsp.diagnostics import diagnostics
from seocheck.lsp.documents import Checked, Document, NotChecked, check_document, path_of
from seocheck.lsp.frames import Frames
from seocheck.lsp.hover import hover
from seocheck.lsp.lens import lenses
from seocheck.lsp.places import UTF16
from seocheck.lsp.protocol import UNREADABLE, Protocol
from seocheck.readers.formats import ending_of
from seocheck.rulekit.rule_set import built_in, rule_set

if TYPE_CHECKING:
    from seocheck.lsp.actions import Actions

log = logging.getLogger(__name__)

DEBOUNCE = 0.3
"""Seconds without a change before an article is checked while somebody types in it."""

WATCHED = f"**/{{{','.join((*FILE_NAMES, PYPROJECT))}}}"


class Server(LanguageServer):
    """Keeps for each open document the newest check, and the task that is to make the next."""

    protocol: Protocol

    def __init__(self, rules: Sequence[str]) -> None:
        # With whole texts only: pygls ends lines where str.splitlines does, at U+2028 and form feeds too, and would
        # put a change into the wrong line of a text that holds one.
        super().__init__(
            "seocheck",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self._folders = tuple(rules)
        self._rules = built_in()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._checked: dict[str, tuple[Document, Checked | NotChecked]] = {}
        self._actions: dict[str, tuple[Checked, Actions]] = {}
        self._shown: dict[str, tuple[Document, Checked | NotChecked]] = {}  # what the editor was told last

    def report_server_error(self, error: Exception, source: object) -> None:
        """A message that makes no sense is a matter for the log, and no window in front of the author's text."""
        log.error("%s: %s", getattr(source, "__name__", source), error)
        if source is JsonRpcException and isinstance(error, (ValueError, RecursionError)):  # of json.loads
            self.protocol.refuse(UNREADABLE, "not readable JSON")

    def schedule(self, uri: str, delay: float = 0.0) -> None:
        """Check a document after a delay; a check that waits for the same document is dropped."""
        self.cancel(uri)
        self._pending[uri] = asyncio.ensure_future(self._publish(uri, delay))

    def cancel(self, uri: str) -> None:
        """Drop the check that waits for a document, if any."""
        waiting = self._pending.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    def forget(self, uri: str) -> None:
        """A document was closed: nothing is said of it any more."""
        self.cancel(uri)
        self._checked.pop(uri, None)
        self._actions.pop(uri, None)
        self._shown.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def recheck_all(self) -> None:
        """The settings changed."""
        self._checked.clear()
        for document in list(self.workspace.text_documents.values()):
            self.schedule(document.uri)

    async def checked(self, uri: str) -> Checked | None:
        """The check of a document as it is now; None if it isn't an article or isn't open."""
        document = self._document(uri)
        if document is None:
            return None
        known = self._checked.get(uri)
        if known is None or known[0] != document:
            result = await asyncio.get_running_loop().run_in_executor(
                self._worker, check_document, document, self._rules
            )
            known = (document, result)
            if self._document(uri) == document:
                self._checked[uri] = known
        return known[1] if isinstance(known[1], Checked) else None

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The actions at a place."""
        uri = params.text_document.uri
        checked = await self.checked(uri)
        if checked is None:
            return []
        loop = asyncio.get_running_loop()
        known = self._actions.get(uri)
        if known is None or known[0] is not checked:
            made = await loop.run_in_executor(self._worker, _actions_for, checked, self._takes_versions())
            known = self._actions[uri] = (checked, made)
        return await loop.run_in_executor(self._worker, known[1].at, params.range, params.context.only)

    async def lenses(self, uri: str) -> list[types.CodeLens]:
        """The score of a document as it was checked last: an editor asks after every key, and no check is to run for
        that before somebody stops typing."""
        known = self._checked.get(uri) or self._shown.get(uri)
        checked = known[1] if known else await self.checked(uri)
        return lenses(checked) if isinstance(checked, Checked) else []

    async def _publish(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        self._checked.pop(uri, None)
        document = self._document(uri)
        if document is None:
            return
        await self.checked(uri)
        known = self._checked.get(uri)
        if known is None or known[0] != document:
            return  # of a newer text there is news already, or soon will be
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=diagnostics(known[1]))
        )
        self._shown[uri] = known
        if self._refreshes_lenses():
            self.workspace_code_lens_refresh(None)

    def _document(self, uri: str) -> Document | None:
        """An open document that lies in a file, or has none yet."""
        opened = next((d for d in self.workspace.text_documents.values() if d.uri == uri), None)
        if opened is None:
            return None
        file = to_fs_path(uri)
        if uri_scheme(uri) == "untitled":
            file = os.path.abspath(f"untitled{ending_of(opened.language_id or '')}")
        if not file or "\0" in file:
            return None
        encoding = self.workspace.position_encoding or UTF16
        return Document(uri, path_of(file), opened.source, opened.version, str(getattr(encoding, "value", encoding)))

    def _refreshes_lenses(self) -> bool:
        workspace = self.client_capabilities.workspace
        lens = workspace.code_lens if workspace else None
        return bool(lens and lens.refresh_support)

    def _takes_versions(self) -> bool:
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

    def load_rules(self, options: object) -> None:
        """Take the rules of the folders that the command named, and of those in the editor's own settings for this
        server: {"rules": [...]}, absolute paths. What lies in an open folder is never looked for.

        If they can't be loaded, the user is told, and the rules of seocheck run alone.
        """
        asked = options.get("rules", ()) if isinstance(options, dict) else ()
        try:
            if not isinstance(asked, (list, tuple)) or not all(isinstance(folder, str) for folder in asked):
                raise SeocheckError("rules: expected a list of folders")
            folders = [os.path.expanduser(folder) for folder in asked]
            for folder in folders:
                if not os.path.isabs(folder):
                    raise SeocheckError(f"rules: “{folder}” must be an absolute path")
            self._rules = rule_set([*self._folders, *folders])
        except SeocheckError as error:
            log.error("%s", error)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"seocheck: {error}"))
        for line in self._rules.ignored:
            log.warning("%s", line)

    def enter_workspace(self) -> None:
        """Work from the folder that is open in the editor, so that paths mean what they mean on the command line."""
        root = self.workspace.root_path or next(
            filter(None, (to_fs_path(folder.uri) for folder in self.workspace.folders.values())), None
        )
        try:
            if root:
                os.chdir(root)
        except OSError as error:
            log.warning("%s: %s", root, error)

    def watch_settings(self) -> None:
        """Ask the editor, where it can, to tell when a settings file changes."""
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not (watching and watching.dynamic_registration):
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            watchers=[types.FileSystemWatcher(glob_pattern=WATCHED)]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration(id="seocheck-settings", method=method, register_options=options)
        self.client_register_capability(types.RegistrationParams(registrations=[registration]))

    def shutdown(self) -> None:
        """End. A check that still runs is not waited for."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        super().shutdown()  # type: ignore[no-untyped-call]


def _actions_for(checked: Checked, versioned: bool) -> Actions:
    """What makes actions is imported when the first is asked for: diagnostics come sooner without."""
    from seocheck.lsp.actions import Actions

    return Actions(checked, versioned=versioned)


def make_server(rules: Sequence[str] = ()) -> Server:
    """A server with all it answers to. rules: folders of rules that run beside those of seocheck."""
    server = Server(rules)
    options: object = None

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        nonlocal options
        options = params.initialization_options

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, params: types.InitializedParams) -> None:
        ls.enter_workspace()
        ls.load_rules(options)  # packages that lie in the open folder don't count
        ls.watch_settings()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.schedule(params.text_document.uri, DEBOUNCE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def settings_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        ls.recheck_all()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
        checked = await ls.checked(params.text_document.uri)
        return hover(checked, params.position) if checked else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lensed(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
        return await ls.lenses(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(KINDS)))
    async def acted(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        return await ls.actions(params)

    return server


def serve(stdin: BinaryIO, stdout: BinaryIO, rules: Sequence[str] = ()) -> int:
    """Answer on these two streams until the client says exit. The exit code: 0 after a shutdown, else 1."""
    server = make_server(rules)
    ended = False

    @server.feature(types.SHUTDOWN)
    def shut_down(*_: object) -> None:
        nonlocal ended
        ended = True

    server.start_io(cast(BinaryIO, Frames(stdin)), stdout)
    return 0 if ended else 1
