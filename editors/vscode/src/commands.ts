/** The commands: the report beside the text, all fixes, suggestions, the keyword map. */

import * as path from 'node:path';
import * as vscode from 'vscode';
import { plain } from './message';
import { run } from './run';

/** The program that is in use, or undefined (the user has been told why). */
export type Program = () => string | undefined;

const SHOWN = 'seocheck';

/** Text made by seocheck, shown in a document that can't be edited. */
class Pages implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly texts = new Map<string, string>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? '';
  }

  async show(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SHOWN, path: `/${name}.txt` });
    this.texts.set(uri.path, text);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

export function registerCommands(program: Program): vscode.Disposable[] {
  const pages = new Pages();
  let panel: vscode.WebviewPanel | undefined;

  async function check(): Promise<void> {
    const document = article();
    const started = program();
    if (!document || !started) {
      return;
    }
    const args = ['check', '--format', 'html', '-', '--stdin-filename', document.fileName];
    const answer = await run(started, args, folderOf(document), document.getText());
    if (answer.failed) {
      void vscode.window.showErrorMessage(plain(answer.failed));
      return;
    }
    if (!panel) {
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      panel = vscode.window.createWebviewPanel('seocheck.report', 'seocheck', beside, { enableScripts: true, localResourceRoots: [] });
      panel.onDidDispose(() => (panel = undefined));
    }
    panel.title = `seocheck: ${path.basename(document.fileName)}`;
    panel.webview.html = answer.out;
  }

  async function fix(): Promise<void> {
    if (article()) {
      await vscode.commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.seocheck', apply: 'first' });
    }
  }

  async function show(command: string): Promise<void> {
    const document = article();
    const started = program();
    if (!document || !started) {
      return;
    }
    if (document.isUntitled || (document.isDirty && !(await document.save()))) {
      void vscode.window.showInformationMessage('Save the article first.');
      return;
    }
    const answer = await run(started, [command, document.fileName], folderOf(document));
    if (answer.failed) {
      void vscode.window.showErrorMessage(plain(answer.failed));
    } else {
      await pages.show(`${command}: ${path.basename(document.fileName)}`, answer.out);
    }
  }

  return [
    vscode.workspace.registerTextDocumentContentProvider(SHOWN, pages),
    vscode.commands.registerCommand('seocheck.check', check),
    vscode.commands.registerCommand('seocheck.fix', fix),
    vscode.commands.registerCommand('seocheck.suggest', () => show('suggest')),
    vscode.commands.registerCommand('seocheck.keywordMap', () => show('keywords')),
  ];
}

/** The article in front, or undefined (the user is told). */
function article(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document && ['file', 'untitled'].includes(document.uri.scheme)) {
    return document;
  }
  void vscode.window.showInformationMessage('Open an article first.');
  return undefined;
}

function folderOf(document: vscode.TextDocument): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
  return folder?.uri.fsPath;
}
