/** Starts the language server of seocheck, and again when the settings or the trust in the folder change. */

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { find, type Found } from './find';
import { plain } from './message';
import { Score } from './score';
import { Server } from './server';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('seocheck', { log: true });
  const score = new Score();
  const running = (server = new Server(log, score));

  async function restart(): Promise<void> {
    const found = look();
    if ('program' in found) {
      log.info(`starting ${found.program}`);
      await running.start(found.program, vscode.workspace.getConfiguration('seocheck').get<string[]>('rules', []));
    } else {
      await running.stop();
      await tell(found);
    }
  }

  function program(): string | undefined {
    const found = look();
    if ('program' in found) {
      return found.program;
    }
    void tell(found);
    return undefined;
  }

  context.subscriptions.push(
    log,
    score,
    ...registerCommands(program),
    vscode.commands.registerCommand('seocheck.restart', restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration('seocheck') ? restart() : undefined)),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function look(): Found {
  return find({
    trusted: vscode.workspace.isTrusted,
    folders: (vscode.workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file').map((f) => f.uri.fsPath),
    configured: vscode.workspace.getConfiguration('seocheck').get<string>('path', ''),
    searched: process.env.PATH ?? '',
    home: os.homedir(),
    windows: process.platform === 'win32',
    isFile: (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
  });
}

async function tell(found: Exclude<Found, { program: string }>): Promise<void> {
  const button = found.remedy === 'trust' ? 'Manage trust' : 'Open settings';
  if ((await vscode.window.showWarningMessage(plain(found.why), button)) === undefined) {
    return;
  }
  if (found.remedy === 'trust') {
    await vscode.commands.executeCommand('workbench.trust.manage');
  } else {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'seocheck.path');
  }
}
