/** Which seocheck to start. Pure functions of what is known of the machine, so that they can be tested without an editor. */

import * as path from 'node:path';

/** What is known of the machine and the open folders. */
export interface Machine {
  /** The user trusts the open folders, so that programs inside them may run. */
  trusted: boolean;
  /** The open folders, absolute. */
  folders: readonly string[];
  /** The setting `seocheck.path`, "" for none. */
  configured: string;
  /** The variable PATH. */
  searched: string;
  home: string;
  windows: boolean;
  isFile(file: string): boolean;
}

/** A program to start, or one line that says why there is none and what to do. */
export type Found =
  | { program: string }
  | { why: string; remedy: 'settings' | 'trust' };

const ENVIRONMENTS = ['.venv', 'venv', 'env'];

/**
 * The setting comes first, then the virtual environment of an open folder if the folders are trusted, then PATH. A
 * folder of PATH that is relative, or lies in a folder that isn't trusted, is left out: its content is the folder's.
 */
export function find(machine: Machine): Found {
  if (machine.configured) {
    const program = expanded(machine.configured, machine.home);
    if (path.isAbsolute(program) && machine.isFile(program)) {
      return { program };
    }
    return { why: `seocheck.path: there is no program “${machine.configured}” (an absolute path is needed)`, remedy: 'settings' };
  }
  const own = machine.folders.flatMap((folder) => ENVIRONMENTS.map((name) => inEnvironment(path.join(folder, name), machine)));
  const installed = own.find((file) => machine.isFile(file));
  if (machine.trusted && installed) {
    return { program: installed };
  }
  const global = onPath(machine).find((file) => machine.isFile(file));
  if (global) {
    return { program: global };
  }
  if (installed) {
    return {
      why: 'seocheck is installed in the virtual environment of this folder, which runs only if you trust the folder',
      remedy: 'trust',
    };
  }
  return { why: "seocheck isn't installed: install it with pip into this folder's .venv, or set seocheck.path", remedy: 'settings' };
}

function expanded(file: string, home: string): string {
  return file === '~' || file.startsWith('~/') ? path.join(home, file.slice(1)) : file;
}

function inEnvironment(folder: string, machine: Machine): string {
  return machine.windows ? path.join(folder, 'Scripts', 'seocheck.exe') : path.join(folder, 'bin', 'seocheck');
}

function onPath(machine: Machine): string[] {
  return machine.searched
    .split(machine.windows ? ';' : ':')
    .filter((folder) => path.isAbsolute(folder) && (machine.trusted || !machine.folders.some((open) => holds(open, folder))))
    .map((folder) => path.join(folder, machine.windows ? 'seocheck.exe' : 'seocheck'));
}

function holds(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way.split(path.sep)[0] !== '..' && !path.isAbsolute(way));
}
