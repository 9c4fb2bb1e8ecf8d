import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory, readToday } from '../../scripts/accuracy/files.ts';
import { accuracyPage } from '../../scripts/accuracy/page.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('docs/accuracy.md', () => {
  it('is up to date with the files that it is made from', () => {
    const page = readFileSync(path.join(root, 'docs/accuracy.md'), 'utf8');
    expect(page, 'run npm run docs').toBe(accuracyPage(readHistory(root), readToday(root)));
  });

  it('keeps the first contacts for good', () => {
    const kept = readHistory(root).map(({ world, commit, states, present, absent }) => ({
      world,
      commit,
      states,
      present,
      absent,
    }));
    expect(kept.slice(0, 2)).toEqual([
      { world: 'variety', commit: 'c44850e', states: 0.759, present: 0.993, absent: 0.462 },
      { world: 'absence', commit: 'c44850e', states: 0.542, present: 1, absent: 0.451 },
    ]);
  });

  it('shows the newest examination by world and by probe, with counts and intervals', () => {
    const ratio = { right: 9, of: 10, share: 0.9 };
    const none = { right: 0, of: 0, share: null };
    const world = {
      world: 'some',
      governments: 2,
      seconds: 1,
      states: ratio,
      present: ratio,
      absent: none,
      decided: ratio,
      levels: none,
      counts: none,
      shares: none,
      calibration: { claims: 0, error: null, interval: null, brier: null },
      byOthers: null,
      manners: null,
      probes: { 'smart-qa': { rows: 2, right: 1 } },
    };
    const page = accuracyPage([], { commit: 'abc', date: '2026-11-29', browser: true, worlds: [world, world] });
    expect(page).toContain('| some | 2 | 0.900 (9/10, 0.60–0.98) | 0.900 (9/10, 0.60–0.98) | – |');
    expect(page).toContain('| `smart-qa` | 0.500 (2/4, 0.15–0.85) | – |');
    expect(accuracyPage([], null)).toContain('No examination has been saved yet');
  });
});
