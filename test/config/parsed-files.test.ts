import { afterAll, expect, it } from 'vitest';
import { wordSource } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { shippedPack, TemporaryPack } from './temporary-pack.ts';

const temporary = new TemporaryPack();
afterAll(() => temporary.remove());

it('makes the same pack of files that another thread has parsed', () => {
  const pack = loadPack(shippedPack, wordSource);
  const again = loadPack(shippedPack, wordSource, structuredClone(pack.parsed));
  expect(again.hash).toBe(pack.hash);
  expect(JSON.stringify(again.tree)).toBe(JSON.stringify(pack.tree));
  expect([...again.knowledge.intents.keys()]).toEqual([...pack.knowledge.intents.keys()]);
});

it('parses a file again that has changed since', () => {
  const { parsed, hash } = loadPack(temporary.directory);
  const before = temporary.read('kinds.yaml');
  temporary.write('kinds.yaml', `${before}# another byte\n`);
  const changed = loadPack(temporary.directory, [], parsed);
  expect(changed.hash).not.toBe(hash);
  temporary.write('kinds.yaml', before);
});

it('names the line of a mistake in a file that was parsed before', () => {
  const { parsed } = loadPack(temporary.directory);
  const path = temporary.path('vendors.yaml');
  const known = parsed.get(path);
  const earlier = new Map([[path, { bytes: known?.bytes ?? new Uint8Array(), raw: { vendors: [{ id: 1 }] } }]]);
  expect(() => loadPack(temporary.directory, [], earlier)).toThrow(/vendors\.yaml.*2.*/);
});
