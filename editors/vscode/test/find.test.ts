import * as assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, type Machine } from '../src/find';

function machine(programs: string[], more: Partial<Machine> = {}): Machine {
  return {
    trusted: true,
    folders: ['/site'],
    configured: '',
    searched: '/usr/bin:/opt/bin',
    home: '/home/ann',
    windows: false,
    isFile: (file) => programs.includes(file),
    ...more,
  };
}

const ofFolder = '/site/.venv/bin/seocheck';
const ofMachine = '/opt/bin/seocheck';

test('in a trusted folder its virtual environment comes first', () => {
  assert.deepEqual(find(machine([ofFolder, ofMachine])), { program: ofFolder });
  assert.deepEqual(find(machine(['/site/venv/bin/seocheck'])), { program: '/site/venv/bin/seocheck' });
  assert.deepEqual(find(machine([ofMachine])), { program: ofMachine });
});

test('in a folder without trust nothing of it is started', () => {
  const trusted = false;
  assert.deepEqual(find(machine([ofFolder, ofMachine], { trusted })), { program: ofMachine });
  const found = find(machine([ofFolder], { trusted }));
  assert.ok('why' in found && found.remedy === 'trust');
  const searched = '/site/bin:.:bin:/opt/bin';
  assert.deepEqual(find(machine(['/site/bin/seocheck', './seocheck', 'bin/seocheck', ofMachine], { trusted, searched })), {
    program: ofMachine,
  });
});

test('a folder in the open one may begin with dots', () => {
  const more = { trusted: false, searched: '/site/..bin:/opt/bin' };
  assert.deepEqual(find(machine(['/site/..bin/seocheck', ofMachine], more)), { program: ofMachine });
});

test('a folder whose name begins as the open one does is another', () => {
  const more = { trusted: false, searched: '/site-tools/bin' };
  assert.deepEqual(find(machine(['/site-tools/bin/seocheck'], more)), { program: '/site-tools/bin/seocheck' });
});

test('the setting wins, and a wrong one is said', () => {
  const own = '/home/ann/bin/seocheck';
  assert.deepEqual(find(machine([ofFolder, own], { configured: '~/bin/seocheck' })), { program: own });
  for (const configured of ['/nowhere/seocheck', 'bin/seocheck']) {
    const found = find(machine([ofFolder, 'bin/seocheck'], { configured }));
    assert.ok('why' in found && found.why.includes(configured) && found.remedy === 'settings');
  }
});

test('where none is installed the line says how to install it', () => {
  const found = find(machine([]));
  assert.ok('why' in found && found.why.includes('with pip'));
});
