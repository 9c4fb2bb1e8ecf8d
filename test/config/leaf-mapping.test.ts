import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLeafMapping, sameLeaves, unmapped } from '../../src/config/leaf-mapping.ts';
import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import { smallTree } from '../scoring/trees.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-mapping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const before = smallTree();
/** The same tree with its leaves renamed: `x` becomes `x-new`, but for the first. */
function renamed(): { after: IndicatorTree; ids: string[] } {
  const after = structuredClone(before) as IndicatorTree;
  const all = after.capabilities.flatMap((capability) => capability.indicators.flatMap((branch) => branch.indicators));
  const ids = all.map(({ id }) => id);
  for (const leaf of all.slice(1)) leaf.id = `${leaf.id}-new`;
  return { after, ids };
}
const file = (text: string): string => {
  const path = join(folder, 'mapping.yaml');
  writeFileSync(path, text);
  return path;
};

describe('a mapping between trees', () => {
  test('leaves that keep their id stand for themselves, others are reported', () => {
    const { after, ids } = renamed();
    const mapping = sameLeaves(before, after);
    expect(mapping.get(ids[0] ?? '')).toEqual([ids[0]]);
    expect(unmapped(mapping, after)).toEqual({ before: ids.slice(1), after: ids.slice(1).map((id) => `${id}-new`) });
  });

  test('one to one, one to many, and none', () => {
    const { after, ids } = renamed();
    const [first, second, third] = ids;
    const text = `leaves:\n  ${second}: ${second}-new\n  ${third}: [${second}-new, ${third}-new, ${third}-new]\n  ${first}: null\n`;
    const mapping = loadLeafMapping(file(text), before, after);
    expect(mapping.get(second ?? '')).toEqual([`${second}-new`]);
    expect(mapping.get(third ?? '')).toEqual([`${second}-new`, `${third}-new`]);
    expect(unmapped(mapping, after).before).toContain(first);
    expect(unmapped(mapping, after).after).toContain(first);
  });

  test.each([
    ['leaves:\n  nowhere: sa-one\n', /mapping.yaml line 2, leaves.nowhere: expected a leaf of the earlier tree/],
    ['leaves: { sa-one: nowhere }\n', /mapping.yaml line 1, leaves.sa-one: expected leaves of the later tree/],
    ['leaves: { sa-one: 3 }\n', /mapping.yaml line 1/],
    ['leaf: {}\n', /expected a known key/],
    ['', /mapping.yaml/],
    ['leaves: {', /expected valid YAML/],
  ])('a mistake is named with its line: %j', (text, message) => {
    expect(() => loadLeafMapping(file(text), before, before)).toThrow(message);
  });

  test('a file that is not there is said to be missing', () => {
    expect(() => loadLeafMapping(join(folder, 'none.yaml'), before, before)).toThrow(/does not exist/);
  });
});
