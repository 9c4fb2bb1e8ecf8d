import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasOwnPlatformAddress } from '../../../src/sandbox/world/group.ts';
import {
  adoptionOf,
  developmentAt,
  type EditionYear,
  truthLines,
  truthProbes,
  World,
} from '../../../src/sandbox/world/index.ts';
import { plainMakers } from '../plain-makers.ts';
import { governments, observed } from '../registry.ts';

const { families } = plainMakers;
const make = (year: EditionYear, more: { seed?: number; scale?: number } = {}): World =>
  new World({ governments, observed, families, today: '2026-11-20', year, ...more });
const [earlier, later] = [make(2022), make(2023)];
const codesWithPlatform = (world: World): string[] =>
  [...world.towns()].flatMap(({ government, truth }) =>
    government.scored && truth.platform !== null ? [government.code] : [],
  );

describe('the two years', () => {
  test('are the same again, and 2023 is the default', () => {
    expect([...make(2022).towns()]).toEqual([...earlier.towns()]);
    const usual = new World({ governments, observed, families, today: '2026-11-20' });
    expect([...usual.towns()]).toEqual([...later.towns()]);
  });

  test.each([1, 2, 77])('differ by nine platforms that were opened (seed %i)', (seed) => {
    const before = codesWithPlatform(make(2022, { seed }));
    const after = codesWithPlatform(make(2023, { seed }));
    expect([before.length, after.length]).toEqual([186, 195]);
    expect(before.filter((code) => !after.includes(code))).toEqual([]);
    const opened = governments.filter(({ code }) => after.includes(code) && !before.includes(code));
    expect(opened).toHaveLength(9);
    // An address that a registry knows must answer in either year.
    expect(opened.filter(hasOwnPlatformAddress)).toEqual([]);
  });

  test.each([1, 2])('have the same denominators, and fewer of everything in 2022 (seed %i)', (seed) => {
    const [before, after] = [adoptionOf(make(2022, { seed })), adoptionOf(make(2023, { seed }))];
    for (const [name, { count, of }] of Object.entries(before)) {
      const now = Object.entries(after).find(([other]) => other === name)?.[1];
      expect(of, name).toBe(now?.of);
      // Those who lack a thing were more.
      if (/^(?:no|few)/.test(name)) expect(count, name).toBeGreaterThanOrEqual(now?.count ?? Number.NaN);
      else expect(count, name).toBeLessThanOrEqual(now?.count ?? Number.NaN);
    }
    expect(before.platforms).toEqual({ count: 186, of: 337 });
  });

  test('are ten times as much in a country ten times as large', () => {
    expect(adoptionOf(make(2022, { scale: 10 })).platforms).toEqual({ count: 1860, of: 3370 });
  });

  test('look alike and stand at the same addresses, behind the same wall', () => {
    for (let index = 0; index < later.size; index += 1) {
      const [before, after] = [earlier.town(index), later.town(index)];
      expect(before.style).toEqual(after.style);
      expect(before.bases.portal.href).toBe(after.bases.portal.href);
      expect(before.bases.service.href).toBe(after.bases.service.href);
      expect(earlier.isWalled(index)).toBe(later.isWalled(index));
    }
  });

  test('have most facts in common, and change in each of the leaves', () => {
    const [before, after] = [[...truthLines(earlier)], [...truthLines(later)]];
    expect(before.map(({ government, probe }) => [government, probe])).toEqual(
      after.map(({ government, probe }) => [government, probe]),
    );
    for (const probe of truthProbes) {
      const pairs = before.flatMap((line, at) => {
        const now = after[at];
        return line.probe === probe && now !== undefined ? [[line, now] as const] : [];
      });
      const stated = pairs.filter(([line, now]) => JSON.stringify(line.state) === JSON.stringify(now.state)).length;
      expect(stated / pairs.length, probe).toBeGreaterThan(0.75);
      expect(
        pairs.some(([line, now]) => JSON.stringify(line) !== JSON.stringify(now)),
        probe,
      ).toBe(true);
    }
  });
});

describe('development', () => {
  const level = fc.double({ min: -0.3, max: 1.3, noNaN: true });

  test('never takes a thing away', () => {
    const property = fc.property(fc.nat(later.size - 1), level, level, fc.boolean(), (index, one, other, early) => {
      const world = early ? earlier : later;
      const { province } = world.town(index).government;
      const at = (value: number) =>
        world.townAt(index, developmentAt(province, world.year, { standing: 0.7, level: value, connection: value }))
          .truth;
      const [less, more] = [at(Math.min(one, other)), at(Math.max(one, other))];
      expect(Object.keys(more.lists)).toEqual(expect.arrayContaining(Object.keys(less.lists)));
      expect(more.disclosureFields).toEqual(expect.arrayContaining([...less.disclosureFields]));
      expect(more.appeal.channels.length).toBeGreaterThanOrEqual(less.appeal.channels.length);
      expect(more.oneThing?.items.length ?? 0).toBeGreaterThanOrEqual(less.oneThing?.items.length ?? 0);
      expect(more.crossRegion?.items ?? 0).toBeGreaterThanOrEqual(less.crossRegion?.items ?? 0);
      expect(more.eCertificate?.kinds ?? 0).toBeGreaterThanOrEqual(less.eCertificate?.kinds ?? 0);
      if (less.guides !== null) {
        expect(more.guides?.count).toBe(less.guides.count);
        expect(more.guides?.missing.flat().length).toBeLessThanOrEqual(less.guides.missing.flat().length);
      }
      for (const [name, there] of Object.entries({ ...less.caseTracking, ...less.personalSpace })) {
        if (there) expect({ ...more.caseTracking, ...more.personalSpace }).toHaveProperty(name, true);
      }
      const engines = ['broken', 'poor', 'plain', 'smart'];
      if (less.search !== null)
        expect(engines.indexOf(more.search?.quality ?? '')).toBeGreaterThanOrEqual(
          engines.indexOf(less.search.quality),
        );
    });
    fc.assert(property, { numRuns: 400, seed: 20_231 });
  });

  test('leaves the published facts to the quotas', () => {
    const { government, truth } = later.town(40);
    const weak = developmentAt(government.province, 2023, { standing: 0, level: 0, connection: 0 });
    const other = later.townAt(40, weak).truth;
    expect([other.platform === null, other.followUp, other.knowledgeBase, other.qa === null]).toEqual([
      truth.platform === null,
      truth.followUp,
      truth.knowledgeBase,
      truth.qa === null,
    ]);
  });

  test('is known for every government of the registry, and estimated for others', () => {
    const strange = governments
      .slice(0, 30)
      .map((government) => ({ ...government, code: `9${government.code.slice(1)}` }));
    const world = new World({ governments: strange, observed: [], families, today: '2026-11-20', year: 2022 });
    expect([...world.towns()]).toHaveLength(30);
    const same = [...world.towns()].filter(
      ({ truth }, index) => JSON.stringify(truth) === JSON.stringify(earlier.town(index).truth),
    );
    expect(same).toEqual([]);
  });
});
