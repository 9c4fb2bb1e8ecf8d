import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordSource } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { shippedPack, usageMessage } from './temporary-pack.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-measures-'));
  cpSync(shippedPack, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What loading a copy of the shipped pack says after a change to its tree. */
function messageAfter(from: string, to: string): string {
  const text = readFileSync(join(shippedPack, 'indicators.yaml'), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, 'indicators.yaml'), text.replace(from, to));
  return usageMessage(() => loadPack(folder, wordSource));
}

describe('what the leaves of the tree read', () => {
  it('is measured by the probes in the shipped pack', () => {
    expect(() => loadPack(shippedPack, wordSource)).not.toThrow();
  });

  it.each([
    [
      'an unknown probe',
      'finding: case-tracking',
      'finding: case-trackings',
      /finding: expected one of .*case-tracking.*"case-trackings"/u,
    ],
    [
      'an unknown key',
      'key: count, cap: 30',
      'key: counts, cap: 30',
      /normalizer\.key: expected a key of what one-thing/u,
    ],
    [
      'an unknown proven key',
      'proven: listed',
      'proven: lists',
      /normalizer\.proven: expected a key of what one-thing/u,
    ],
    [
      'an unknown item',
      '[mode, phone, languages]',
      '[mode, phones, languages]',
      /items\[1\]: expected one of mode, phone/u,
    ],
  ])('may not be %s, and the place is named', (_, from, to, expected) => {
    expect(messageAfter(from, to)).toMatch(/indicators\.yaml line \d+/u);
    expect(messageAfter(from, to)).toMatch(expected);
  });
});
