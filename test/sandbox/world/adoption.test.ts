import { describe, expect, test } from 'vitest';
import { adoptionOf, World } from '../../../src/sandbox/world/index.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';

const { families } = plainMakers;

/** The published statements, numerator and denominator. */
const published = {
  search: [332, 336],
  qa: [254, 336],
  platforms: [195, 337],
  noApisCapital: [14, 32],
  noApisPrefecture: [173, 301],
  noApisMunicipality: [0, 4],
  fewAppsCapital: [21, 32],
  fewAppsPrefecture: [263, 301],
  dataSecurityMunicipality: [4, 4],
  dataSecurityCapital: [27, 32],
  dataSecurityPrefecture: [213, 301],
  timelyReplies: [269, 337],
  followUps: [128, 337],
  freshKnowledge: [128, 337],
  proactive: [171, 337],
  noRegistrationPrivacy: [21, 31],
} as const;

function counts(world: World): Record<string, readonly [number, number]> {
  return Object.fromEntries(Object.entries(adoptionOf(world)).map(([name, { count, of }]) => [name, [count, of]]));
}

describe('adoption', () => {
  test.each([1, 2, 77])('follows every published figure exactly (seed %i)', (seed) => {
    expect(counts(new World({ governments, observed, families, seed, today: '2026-11-20' }))).toEqual(published);
  });

  test('is the same in any weather', () => {
    expect(counts(new World({ governments, observed, families, weather: 'storm', today: '2026-11-20' }))).toEqual(
      published,
    );
  });

  test('is ten times as much in a country ten times as large', () => {
    const world = new World({ governments, observed, families, scale: 10, today: '2026-11-20' });
    const tenfold = Object.fromEntries(
      Object.entries(published).map(([name, [count, of]]) => [name, [count * 10, of * 10]]),
    );
    expect(world.governments).toHaveLength(3370);
    expect(counts(world)).toEqual(tenfold);
  });

  test('a small registry gets its share, and nothing breaks', () => {
    const world = new World({ governments: governments.slice(0, 5), observed: [], families, today: '2026-11-20' });
    expect([...world.towns()]).toHaveLength(5);
    expect(adoptionOf(world).search.of).toBe(5);
    expect([...new World({ governments: [], observed: [], families }).towns()]).toEqual([]);
  });
});
