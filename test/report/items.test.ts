import { expect, it } from 'vitest';
import { render } from '../../src/report/charts/draw.ts';
import { correlationDrawing } from '../../src/report/charts/items.ts';
import { correlationsTable, itemsTable, itemTables, pearsonOf } from '../../src/report/items.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { analyseItems } from '../../src/scoring/items/analyse.ts';
import { countryReport } from './country.ts';

const chinese = messagesOf('zh');
const input = countryReport(60);

it('numbers every leaf and says of each whether it discriminates', () => {
  const { leaves } = itemTables(input, chinese);
  expect(leaves.rows).toHaveLength(input.items.leaves.length);
  expect(leaves.rows.map(([number]) => number)).toEqual(leaves.rows.map((_, index) => String(index + 1)));
  const verdicts = leaves.rows.map((row) => row.at(-1));
  for (const [index, entry] of input.items.discrimination.entries()) {
    if (entry.discriminates === true) expect(verdicts[index]).toBe(chinese.items.good);
    if (entry.discriminates === false)
      expect(verdicts[index]).toContain(chinese.items.flags[entry.flags[0] ?? 'floor']);
  }
  expect(verdicts).toContain(chinese.items.good);
});

it('says nothing of a country too small to judge', () => {
  const small = countryReport(2);
  const tables = itemTables(small, chinese);
  expect(tables.leaves.rows.every((row) => row.at(-1) === chinese.noscore)).toBe(true);
  const empty = { ...small, items: analyseItems({ ...small.assessment, ranking: [], scores: [] }, []) };
  expect(itemTables(empty, chinese).leaves.rows.every((row) => row[2] === '0/0')).toBe(true);
});

it('prints the lower triangle of the correlations between capabilities', () => {
  const { capabilities } = itemTables(input, chinese);
  const paths = input.items.capabilities.map(({ path }) => path);
  for (const [index, row] of capabilities.rows.entries()) {
    expect(row.slice(1).filter((cell) => cell !== '')).toHaveLength(index + 1);
    const value = pearsonOf(input.items.capabilityCorrelations, paths[index + 1] ?? '', paths[0] ?? '');
    expect(row[1]).toBe(value === null ? chinese.noscore : value.toFixed(2));
  }
});

it('gives the same figures as data, one row per leaf and capability and one per pair', () => {
  const items = itemsTable(input);
  const { leaves, capabilities, leafCorrelations, capabilityCorrelations } = input.items;
  expect(items.rows).toHaveLength(leaves.length + capabilities.length);
  expect(items.rows.every((row) => row.length === items.head.length)).toBe(true);
  const mean = items.head.indexOf('mean');
  expect(items.rows.slice(0, leaves.length).map((row) => row[mean])).toEqual(leaves.map((leaf) => leaf.mean));
  const correlations = correlationsTable(input);
  expect(correlations.rows).toHaveLength(leafCorrelations.length + capabilityCorrelations.length);
  const pearson = correlations.rows.flatMap((row) => (typeof row[6] === 'number' ? [row[6]] : []));
  expect(pearson.every((value) => value >= -1.0000001 && value <= 1.0000001)).toBe(true);
});

it.each([920, 350])('draws every pair once at %s pixels', (width) => {
  const { items, assessment } = input;
  const { text } = render(correlationDrawing(items, assessment.tree, chinese, width));
  expect(text).not.toMatch(/NaN|undefined/u);
  const pairs = (items.leaves.length * (items.leaves.length - 1)) / 2;
  const cells = text.match(
    /<path[^>]*fill="(?:#(?:eff3ff|bdd7e7|6baed6|3182bd|08519c|feedde|fdbe85|fd8d3c|e6550d|a63603|eceff2)|rgb\([^)]*\))"/gu,
  );
  expect(cells?.length).toBe(pairs);
});
