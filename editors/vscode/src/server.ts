/** The language server: started, stopped, and said why it doesn't run. */

import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/node';
import { plain } from './message';
import type { Score } from './score';

const LANGUAGES = ['markdown', 'mdx', 'html', 'plaintext', 'asciidoc', 'restructuredtext'];

export class Server {
  private client: LanguageClient | undefined;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly score: Score,
  ) {}

  async start(program: string, rules: readonly string[]): Promise<void> {
    await this.stop();
    let failed = '';
    let child: ChildProcess | undefined;
    const score = this.score;
    const client = new LanguageClient(
      'seocheck',
      'seocheck',
      async () => {
        child = spawn(program, ['lsp'], { env: { ...process.env, PYTHONUTF8: '1' } });
        child.stderr?.on('data', (data: Buffer) => {
          failed = data.toString('utf8').trim().split('\n').pop() ?? '';
        });
        return child;
      },
      {
        documentSelector: LANGUAGES.flatMap((language) => [
          { scheme: 'file', language },
          { scheme: 'untitled', language },
        ]),
        outputChannel: this.log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: { rules },
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue }),
          // A server that can't run says why in one line, once; "Restart the language server" tries again.
          closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
        },
        middleware: {
          async provideCodeLenses(document, token, next) {
            const lenses = await next(document, token);
            score.take(document, lenses ?? []);
            return lenses;
          },
        },
      },
    );
    this.client = client;
    try {
      await client.start();
      child?.on('exit', (code) => {
        if (this.client === client) {
          this.score.clear();
          void vscode.window.showErrorMessage(plain(failed) || `The language server ended with exit code ${code}.`);
        }
      });
    } catch (error) {
      this.client = undefined;
      void vscode.window.showErrorMessage(plain(failed || `seocheck: ${error instanceof Error ? error.message : String(error)}`));
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.score.clear();
    if (client?.isRunning()) {
      await client.stop();
    }
  }
}
