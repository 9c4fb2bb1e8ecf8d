import { describe, expect, test } from 'vitest';
import { orderedAdoption, orderedNames } from '../../src/application/group-order.ts';
import { countryReport } from '../report/country.ts';
import { pack } from './known-data.ts';

describe('groups in the order of the pack', () => {
  test('names: municipalities first, strangers last', () => {
    const byAlphabet = { capital: '省会', foreign: '其他', municipality: '直辖市', prefecture: '地级' };
    expect(Object.keys(orderedNames(byAlphabet, pack))).toEqual(['municipality', 'capital', 'prefecture', 'foreign']);
    expect(orderedNames({}, pack)).toEqual({});
  });

  test('shares: whatever government the registry has first', () => {
    const { adoption } = countryReport(60);
    const turned = adoption.map((entry) => ({ ...entry, groups: [...entry.groups].reverse() }));
    for (const [index, { groups, ...rest }] of orderedAdoption(turned, pack).entries()) {
      expect(groups.map(({ group }) => group)).toEqual(['municipality', 'capital', 'prefecture']);
      expect(adoption[index]).toMatchObject(rest);
    }
  });
});
