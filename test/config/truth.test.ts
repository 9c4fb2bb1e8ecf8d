import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTruth } from '../../src/config/truth.ts';
import { usageMessage } from './temporary-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'govprobe-truth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const known = new Set(['privacy-policy']);

function read(text: string) {
  const file = join(folder, 'truth.jsonl');
  writeFileSync(file, text);
  return readTruth(file, known);
}

describe('a truth sheet', () => {
  it('may accept one answer or several', () => {
    expect(
      read(
        '\n{"government":"510100","probe":"privacy-policy","state":"present","level":"working","value":{"share":0.5},"why":"read it"}\r\n' +
          '{"government":"510100","probe":"privacy-policy","state":["present","unknown"],"level":["linked","reachable"]}\n',
      ),
    ).toEqual([
      {
        government: '510100',
        probe: 'privacy-policy',
        states: ['present'],
        levels: ['working'],
        value: { share: 0.5 },
        why: 'read it',
      },
      {
        government: '510100',
        probe: 'privacy-policy',
        states: ['present', 'unknown'],
        levels: ['linked', 'reachable'],
        value: null,
        why: null,
      },
    ]);
    expect(read('')).toEqual([]);
  });

  it.each([
    ['{', /truth\.jsonl line 1 is not JSON/],
    [
      '{"government":"1","probe":"nonsense","state":"present"}',
      /line 1 names an unknown probe nonsense; expected one of privacy-policy/,
    ],
    ['{"government":"1","probe":"privacy-policy","state":[]}', /line 1: state/],
    ['\n{"government":"1","probe":"privacy-policy","state":"present","level":"great"}', /line 2: level/],
  ])('names the line that is not as expected: %s', (text, expected) => {
    expect(usageMessage(() => read(text))).toMatch(expected);
  });

  it('must exist', () => {
    expect(usageMessage(() => readTruth(join(folder, 'none'), known))).toMatch(/none: the file does not exist/);
  });
});
