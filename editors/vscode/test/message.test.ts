import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../src/message';

test('what a file is called becomes no link in a message', () => {
  assert.equal(plain('seocheck: [Update](command:x)[](file:///y).md: empty'), 'seocheck: [Update] (command:x)[] (file:///y).md: empty');
  assert.equal(plain('seocheck: a (b) [c].md: empty'), 'seocheck: a (b) [c].md: empty');
});
