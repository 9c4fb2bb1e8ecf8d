import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/config/pack.ts';
import { shippedPack, TemporaryPack, usageMessage } from './temporary-pack.ts';

let pack: TemporaryPack;
beforeEach(() => {
  pack = new TemporaryPack();
});
afterEach(() => pack.remove());

describe('the tiles of the map', () => {
  it('hold all 34 provincial units, each on a place of its own', () => {
    const tiles = loadPack(shippedPack).tiles?.tiles ?? [];
    expect(tiles).toHaveLength(34);
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(34);
    expect(tiles.map(({ label }) => label)).toEqual(expect.arrayContaining(['台湾', '香港', '澳门']));
  });

  it('may be left out', () => {
    pack.replace('pack.yaml', '  tiles: tiles.yaml\n', '');
    expect(loadPack(pack.directory).tiles).toBeNull();
  });

  it.each([
    [
      'two tiles on one place',
      'label: 吉林, column: 8, row: 2',
      'label: 吉林, column: 8, row: 1',
      'tiles\\[1\\]: expected a free place',
    ],
    [
      'a province named twice',
      'province: 吉林省',
      'province: 黑龙江省',
      'tiles\\[1\\]\\.province: expected a province named once',
    ],
    ['a province without a tile', 'province: 吉林省', 'province: 吉林', 'expected a tile .* none for 吉林省'],
    ['a place outside the grid', 'column: 8, row: 1 ', 'column: 0, row: 1 ', 'tiles\\[0\\]\\.column: expected'],
  ])('are refused: %s', (_, from, to, named) => {
    pack.replace('tiles.yaml', from, to);
    expect(usageMessage(() => loadPack(pack.directory))).toMatch(new RegExp(`tiles\\.yaml.*${named}`, 'u'));
  });
});
