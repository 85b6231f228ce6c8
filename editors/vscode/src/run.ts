/** One run of the program, with the text on standard input. */

import { spawn } from 'node:child_process';

/** What a run said: exit code 0 (nothing found) and 1 (something found) are both answers. */
export interface Answer {
  out: string;
  /** The last line of standard error where the run failed, else "". */
  failed: string;
}

export function run(program: string, args: readonly string[], folder: string | undefined, text = ''): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' } });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => said.push(data));
    child.on('error', (error) => resolve({ out: '', failed: error.message }));
    child.on('close', (code) => {
      const answered = code === 0 || code === 1;
      const lines = Buffer.concat(said).toString('utf8').trim().split('\n');
      const failed = answered ? '' : lines[lines.length - 1] || `seocheck ended with exit code ${code}`;
      resolve({ out: Buffer.concat(out).toString('utf8'), failed });
    });
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.stdin.end(text, 'utf8');
  });
}
