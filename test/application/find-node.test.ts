import { describe, expect, test } from 'vitest';
import { findNodes, numberNodes } from '../../src/application/find-node.ts';
import { layOutTree } from '../../src/scoring/tree.ts';
import { smallTree } from '../scoring/trees.ts';

const tree = layOutTree(smallTree());
const find = (query: string, probes: readonly string[] = []): string[] =>
  findNodes(tree, query, new Set(probes)).map(({ node }) => node.id);

describe('nodes of a tree', () => {
  test('are numbered as they stand below each other, observed capabilities too', () => {
    const numbers = Object.fromEntries(numberNodes(tree).map(({ number, node }) => [node.id, number]));
    expect(numbers).toMatchObject({ total: '', supply: '1', 'supply-a': '1.1', 'sa-two': '1.1.2', 'sb-one': '1.2.1' });
    expect(numbers).toMatchObject({ data: '4', 'open-data': '4.1', 'privacy-policy': '4.1.4' });
  });

  test('are found by number, number among the leaves, id, path and name', () => {
    expect(
      ['1.1.2', '#2', 'sa-two', 'SA-TWO', 'supply/supply-a/sa-two', ' 指标 sa-two '].map((query) => find(query)),
    ).toEqual(Array.from({ length: 6 }, () => ['sa-two']));
    expect(find('4')).toEqual(['data']);
    expect(find('智能交互能力')).toEqual(['interaction']);
    expect(find('total')).toEqual(['total']);
  });

  test('are found by the probe that they read; a probe that none reads gives none', () => {
    const other = layOutTree(smallTree({ capabilities: smallTree().capabilities.slice(0, 1) }));
    expect(findNodes(other, 'smart-qa', new Set(['smart-qa']))).toEqual([]);
  });

  test.each([
    ['1.9', /No indicator or probe is called "1.9"; `govprobe explain/],
    ['#99', /called "#99"/],
    ['#0', /called "#0"/],
    ['', /called ""/],
    ['smart-serch', /did you mean 指标 smart-search \(smart-search, 3.1.1\)/],
    ['智能交互', /did you mean 智能交互能力/],
    ['\u0007'.repeat(500), /No indicator or probe/],
  ])('%j is refused with a sentence', (query, sentence) => {
    expect(() => find(query)).toThrow(sentence);
  });

  test('with a name that two have are refused with their numbers', () => {
    const [first, ...rest] = smallTree().capabilities;
    if (first === undefined) throw new Error('the tree is empty');
    const twins = layOutTree(
      smallTree({ capabilities: [first, ...rest.map((item) => ({ ...item, name: first.name }))] }),
    );
    expect(() => findNodes(twins, first.name, new Set())).toThrow(/may be .*, 1\) or .*, 2\).*give the number/);
  });
});
