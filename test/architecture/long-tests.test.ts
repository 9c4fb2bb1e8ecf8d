import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './imports.ts';

test('every long test says why at its head, and has its line in docs/testing.md', () => {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.long.test.ts'))
    .map((name) => `test/${name}`)
    .sort();
  expect(files.length).toBeGreaterThan(5);
  const document = readFileSync(join(root, 'docs', 'testing.md'), 'utf8');
  const named = [...document.matchAll(/^\| `(test\/\S+\.long\.test\.ts)` \|/gmu)].map(([, name]) => name);
  expect(named.sort()).toEqual(files);
  for (const file of files) expect(readFileSync(join(root, file), 'utf8'), file).toMatch(/^\/\/ [A-Z].+/u);
});
