import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { hasOwnPlatformAddress } from '../../../src/sandbox/world/group.ts';
import { everyTrouble, scaleRegistry, World } from '../../../src/sandbox/world/index.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';

const { families } = plainMakers;
const today = '2026-11-20';
const make = (options: { seed?: number; weather?: 'calm' | 'storm'; scale?: number } = {}): World =>
  new World({ governments, observed, families, today, ...options });
const world = make();
const towns = [...world.towns()];

describe('the country', () => {
  test('is the same for the same seed, in whatever order its towns are asked for', () => {
    const other = make();
    const backwards = Array.from({ length: other.size }, (_, at) => other.town(other.size - 1 - at)).reverse();
    expect(backwards).toEqual(towns);
  });

  test('differs with the seed', () => {
    expect([...make({ seed: 2 }).towns()].map(({ truth }) => truth)).not.toEqual(towns.map(({ truth }) => truth));
  });

  test('has the provinces that are not scored as towns of their own', () => {
    expect(world.size).toBe(337 + 27);
    expect(towns.filter(({ government }) => !government.scored)).toHaveLength(27);
  });

  test('gives every town with an own platform address in the registry a platform there', () => {
    for (const town of towns.filter(({ government }) => hasOwnPlatformAddress(government))) {
      expect(town.truth.platform, town.government.name).not.toBeNull();
      expect(town.bases.openData?.href).toBe(new URL(town.government.sites['open-data']?.url ?? '').href);
    }
  });

  test('puts platforms that the registry does not know beside the portal', () => {
    const hidden = towns.filter(
      ({ government, bases }) => government.scored && bases.openData !== null && !hasOwnPlatformAddress(government),
    );
    expect(hidden.length).toBeGreaterThan(10);
    for (const { bases } of hidden) {
      expect(bases.portal.hostname.split('.').slice(1).join('.')).toContain(
        bases.openData?.hostname.split('.').slice(1).join('.'),
      );
      expect(world.sitesAt(bases.openData?.host ?? '')).toHaveLength(1);
    }
  });

  test('names the town on hosts that a province shares', () => {
    const shared = towns.filter(
      ({ government, bases }) => government.scored && world.sitesAt(bases.service.host).length > 3,
    );
    expect(shared.length).toBeGreaterThan(200);
    expect(new Set(shared.map(({ bases }) => bases.service.href)).size).toBe(shared.length);
  });

  test('lets the wall stand around one prefecture whose other facts nobody can see', () => {
    const walled = towns.filter((_, index) => world.isWalled(index));
    expect(walled).toHaveLength(1);
    expect(walled[0]?.trouble.portal).toEqual({ kind: 'walled', product: 'jsl' });
    expect(walled[0]?.truth).toMatchObject({ platform: null, followUp: false, proactive: null, dataSecurity: null });
  });

  test('makes counts skewed, with some that pages write in 万', () => {
    const datasets = towns.flatMap(({ truth }) => (truth.platform === null ? [] : [truth.platform.datasets]));
    const large = datasets.filter((count) => count > 10_000);
    expect(large.length).toBeGreaterThan(0);
    expect(large.every((count) => count % 100 === 0)).toBe(true);
    expect(Math.min(...datasets)).toBeLessThan(200);
  });

  test('is better developed in the East', () => {
    const share = (region: string): number => {
      const there = towns.filter(({ government }) => government.scored && government.region === region);
      return there.filter(({ truth }) => truth.platform !== null && truth.qa !== null).length / there.length;
    };
    expect(share('东部')).toBeGreaterThan(share('西部'));
  });

  test('dates everything before its own day', () => {
    for (const { truth } of towns) {
      for (const list of Object.values(truth.lists)) expect(list.newest < today).toBe(true);
      if (truth.platform !== null) expect(truth.platform.updated < today).toBe(true);
    }
  });
});

describe('style', () => {
  test('has the shares of encodings and headers that were met', () => {
    const many = [...make({ scale: 4 }).towns()].map(({ style }) => style);
    const share = (holds: (style: (typeof many)[number]) => boolean): number => many.filter(holds).length / many.length;
    expect(share(({ encoding }) => encoding === 'gb18030')).toBeCloseTo(0.08, 1);
    expect(share(({ encoding }) => encoding === 'utf-16le')).toBeGreaterThan(0.005);
    expect(share(({ header }) => header === 'markup')).toBeCloseTo(0.75, 1);
    expect(share(({ header }) => header === 'shell')).toBeCloseTo(0.05, 1);
  });

  test('tells nothing about the truth', () => {
    const many = [...make({ scale: 8 }).towns()].filter(({ government }) => government.scored);
    const overall = many.filter(({ truth }) => truth.qa !== null).length / many.length;
    for (const family of families.portal) {
      const own = many.filter(({ style }) => style.portal === family);
      const share = own.filter(({ truth }) => truth.qa !== null).length / own.length;
      // Three standard deviations of a share of that many towns.
      expect(Math.abs(share - overall)).toBeLessThan(3 * Math.sqrt((overall * (1 - overall)) / own.length));
    }
  });
});

describe('weather', () => {
  const troubled = (of: World): string[] =>
    [...of.authorities()].filter((authority) => of.troubleOf(authority) !== null);

  test('calm: one walled portal, a few that want a second try', () => {
    const kinds = troubled(world).map((authority) => world.troubleOf(authority)?.kind);
    expect(kinds.filter((kind) => kind === 'walled')).toHaveLength(1);
    expect(kinds.every((kind) => kind === 'walled' || kind === 'flaky')).toBe(true);
    const uneven = [...world.authorities()].filter(
      (host) => world.troubleOf(host)?.kind === 'flaky' || world.delayOf(host) > 0,
    );
    expect(uneven.length / [...world.authorities()].length).toBeGreaterThan(0.005);
    expect(uneven.length / [...world.authorities()].length).toBeLessThan(0.04);
  });

  test('storm: one host in ten, every trouble at least once, shared hosts spared', () => {
    const storm = make({ weather: 'storm' });
    const hosts = troubled(storm);
    const share = hosts.length / [...storm.authorities()].length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.14);
    const met = new Set(hosts.map((host) => JSON.stringify(storm.troubleOf(host))));
    for (const trouble of everyTrouble) expect(met).toContain(JSON.stringify(trouble));
    for (const host of hosts) expect(new Set(storm.sitesAt(host).map(({ index }) => index)).size, host).toBe(1);
  });
});

describe('scaleRegistry', () => {
  test('copies under codes, names and hosts of their own', () => {
    const large = scaleRegistry(governments, 10);
    const distinct = (pick: (government: (typeof large)[number]) => string | undefined): number =>
      new Set(large.map(pick)).size;
    expect(large).toHaveLength(3370);
    expect(distinct(({ code }) => code)).toBe(3370);
    expect(distinct(({ name }) => name)).toBe(3370);
    expect(distinct(({ sites }) => sites.portal?.url)).toBe(3370);
    expect(large.every(({ code }) => /^\d{6}$/.test(code))).toBe(true);
    expect(large.slice(0, 337)).toEqual(governments);
    const copy = large.find(({ code }) => code === '440103');
    expect(copy?.sites.service?.url).toBe('https://www.gdzwfw-3.gov.cn/portal/index?region=440103');
  });

  test.each([0, -1, 1.5, 100, Number.NaN])('refuses a scale of %d', (scale) => {
    expect(() => scaleRegistry(governments, scale)).toThrow(UsageError);
  });
});
