import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTreeMapping } from '../../src/config/tree-mapping.ts';
import { commonLeaves } from '../../src/scoring/comparison/compare-years.ts';
import { smallTree } from '../scoring/trees.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-mapping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const before = smallTree();
const after = structuredClone(before);
const [supply] = after.capabilities;
const [branch] = supply?.indicators ?? [];
const [first] = branch?.indicators ?? [];
if (first !== undefined) first.id = 'renamed';
const file = (text: string): string => {
  const path = join(folder, 'mapping.yaml');
  writeFileSync(path, text);
  return path;
};

describe('a mapping between trees', () => {
  test('reads one to one and one to many', () => {
    const mapping = loadTreeMapping(file('leaves:\n  sa-one: renamed\n  sa-two: [sa-two, sb-one]\n'), {
      before,
      after,
    });
    expect(mapping).toEqual({ leaves: { 'sa-one': 'renamed', 'sa-two': ['sa-two', 'sb-one'] } });
  });

  test('without a file, leaves that both trees have stand for themselves', () => {
    const { leaves } = commonLeaves(before, after);
    expect(leaves['sa-one']).toBeUndefined();
    expect(leaves['sa-two']).toBe('sa-two');
    expect(Object.values(leaves)).not.toContain('renamed');
  });

  test.each([
    [
      'leaves:\n  nowhere: renamed\n',
      /mapping.yaml line 2, leaves.nowhere: expected the id of a leaf of the earlier tree/,
    ],
    ['leaves: { sa-two: sa-one }\n', /mapping.yaml line 1, leaves.sa-two: expected the id of a leaf of the later tree/],
    ['leaves: { sa-one: 3 }\n', /mapping.yaml line 1, leaves.sa-one/],
    ['leaf: {}\n', /expected a known key/],
    ['', /mapping.yaml/],
    ['leaves: {', /expected valid YAML/],
  ])('a mistake is named with its line: %j', (text, message) => {
    expect(() => loadTreeMapping(file(text), { before, after })).toThrow(message);
  });

  test('a file that is not there is said to be missing', () => {
    expect(() => loadTreeMapping(join(folder, 'none.yaml'), { before, after })).toThrow(/does not exist/);
  });
});
