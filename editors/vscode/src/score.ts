/** The score of the article in front, in the status bar. The server says it in its code lens. */

import * as vscode from 'vscode';

export class Score implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('seocheck.score', vscode.StatusBarAlignment.Right, 90);
  private readonly said = new Map<string, string>();
  private readonly watching: vscode.Disposable[];

  constructor() {
    this.item.name = 'seocheck';
    this.item.command = 'seocheck.check';
    this.watching = [
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument((document) => this.said.delete(document.uri.toString())),
    ];
  }

  /** Keep what the lenses of a document say, and let a click on them open the report. */
  take(document: vscode.TextDocument, lenses: readonly vscode.CodeLens[]): void {
    const title = lenses[0]?.command?.title;
    if (title) {
      this.said.set(document.uri.toString(), title);
    } else {
      this.said.delete(document.uri.toString());
    }
    for (const lens of lenses) {
      if (lens.command) {
        lens.command = { title: lens.command.title, command: 'seocheck.check', tooltip: 'Show the report' };
      }
    }
    this.show();
  }

  /** Forget all: the server was stopped. */
  clear(): void {
    this.said.clear();
    this.show();
  }

  private show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const title = uri === undefined ? undefined : this.said.get(uri);
    if (!title) {
      this.item.hide();
      return;
    }
    this.item.text = `$(checklist) ${title.split(':', 1)[0]}`;
    this.item.tooltip = title;
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
    this.watching.forEach((watch) => watch.dispose());
  }
}
