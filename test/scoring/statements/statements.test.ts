import { describe, expect, it } from 'vitest';
import { type Published, type StatementDefinition, statementSchema } from '../../../src/config/schema/statements.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Government } from '../../../src/model/government.ts';
import { assess } from '../../../src/scoring/assess.ts';
import { comparePublished } from '../../../src/scoring/statements/compare-published.ts';
import { computeStatements } from '../../../src/scoring/statements/compute.ts';
import { type EditionFacts, factsOf } from '../../../src/scoring/statements/facts.ts';
import { assessTowns, evenPoints, type Town } from '../country.ts';
import { findingOf, governmentOf, smallTree } from '../trees.ts';
import { shippedStatements } from './shipped.ts';

type State = Partial<Finding> | null;
const present: State = { state: 'present' };
const absent: State = { state: 'absent', value: null };
const held = (value: Record<string, unknown>): State => ({ state: 'present', value });

/**
 * The country of the published report: 4 + 32 + 301 governments, and 31 provincial platforms, four of which are the municipalities. `place` counts
 * inside the group, which is the order in which the published counts are filled up.
 */
function publishedCountry(platforms: Readonly<Record<string, number>>): {
  governments: Government[];
  findings: Finding[];
} {
  const sizes = { municipality: 4, capital: 32, prefecture: 301 };
  const governments: Government[] = [];
  const findings: Finding[] = [];
  for (const [group, size] of Object.entries(sizes)) {
    for (let place = 0; place < size; place += 1) {
      const code = `${group}-${place}`;
      governments.push(governmentOf(code, { group }));
      const upTo = (counts: Readonly<Record<string, number>>) => place < (counts[group] ?? 0);
      const hasPlatform = upTo(platforms);
      const isWalled = group === 'prefecture' && place === 300;
      const states: Record<string, State> = {
        'smart-search': isWalled ? null : upTo({ municipality: 4, capital: 32, prefecture: 296 }) ? present : absent,
        'smart-qa': isWalled ? null : upTo({ municipality: 4, capital: 30, prefecture: 220 }) ? present : absent,
        'open-data-platform': hasPlatform ? present : absent,
        // Where there is no platform the count is unknown or absent by turns; both must come out as none.
        'api-count': upTo({ municipality: 4, capital: 18, prefecture: 128 })
          ? held({ count: 7 })
          : place % 2 === 0 && !hasPlatform
            ? null
            : absent,
        'app-count': upTo({ municipality: 4, capital: 11, prefecture: 38 })
          ? held({ count: 10 })
          : hasPlatform
            ? held({ count: 9 })
            : absent,
        'data-security-policy': upTo({ municipality: 4, capital: 27, prefecture: 213 }) ? present : absent,
        'reply-timeliness': upTo({ municipality: 4, capital: 30, prefecture: 235 })
          ? held({ share: 0.95 })
          : held({ share: 0.4 }),
        'follow-up': upTo({ municipality: 4, capital: 22, prefecture: 102 }) ? present : absent,
        'knowledge-base': upTo({ municipality: 4, capital: 22, prefecture: 102 })
          ? held({ level: 'working' })
          : held({ level: 'reachable' }),
        'proactive-response': upTo({ municipality: 4, capital: 24, prefecture: 143 }) ? present : absent,
        'privacy-policy':
          group === 'municipality' && place < 3 ? held({ atRegistration: true }) : held({ atRegistration: false }),
      };
      for (const [probe, state] of Object.entries(states))
        if (state !== null) findings.push(findingOf(probe, { government: code, ...state }));
    }
  }
  for (let place = 0; place < 31; place += 1) {
    const code = place < 4 ? `municipality-${place}` : `province-${place}`;
    governments.push(governmentOf(code, { group: 'province', scored: false }));
    // Three of the municipalities and seven others show it: 10 of 31.
    if (place >= 4)
      findings.push(
        findingOf('privacy-policy', { government: code, ...(place < 11 ? held({ atRegistration: true }) : absent) }),
      );
  }
  return { governments, findings };
}

function factsAbout({ governments, findings }: { governments: Government[]; findings: Finding[] }): EditionFacts {
  const assessment = assess(smallTree(), governments, new Map());
  return factsOf(shippedStatements.conditions, { governments, findings, assessment }, '东部');
}

describe('the published statements of 2023', () => {
  const current = factsAbout(publishedCountry({ municipality: 4, capital: 27, prefecture: 164 }));
  const previous = factsAbout(publishedCountry({ municipality: 4, capital: 27, prefecture: 155 }));
  const rows = comparePublished(computeStatements(shippedStatements.statements, current, previous));
  const shares = rows.filter(({ computed }) =>
    /^(?:share|share-change|count-change|governments)$/.test(computed.definition.kind),
  );

  it.each(shares.map((row) => [row.computed.id, row] as const))(
    '%s comes out with the printed decimals and counts',
    (_, row) => {
      expect(row.agrees).toBe(true);
      expect(row.difference ?? 0).toBe(0);
      expect(row.countsAgree).not.toBe(false);
    },
  );

  it('are all there, and none with a count lacks it', () => {
    expect(shares).toHaveLength(22);
    const counted = shares.filter(({ published }) => published.count !== undefined);
    expect(counted).toHaveLength(16);
    expect(counted.every(({ countsAgree }) => countsAgree === true)).toBe(true);
  });

  it('carry how they are computed, and the government that could not be assessed', () => {
    const search = rows.find(({ computed }) => computed.id === 'smart-search-share')?.computed;
    expect(search).toMatchObject({
      formula: '100 × yes / (yes + no)',
      unknown: 1,
      certainty: 'partial',
      unit: 'percent',
    });
    expect(search).toMatchObject({ numerator: 332, denominator: 336 });
    const platforms = rows.find(({ computed }) => computed.id === 'no-platform-share')?.computed;
    expect(platforms).toMatchObject({ formula: '100 × yes / (yes + no + unknown)', certainty: 'exact' });
  });

  it('say what is missing where there is no edition before, no score, no tier', () => {
    const alone = computeStatements(shippedStatements.statements, current, null);
    const missing = (id: string) => alone.find((one) => one.id === id)?.missing;
    expect(missing('platform-share-change')).toBe('no-previous-edition');
    expect(missing('range-before')).toBe('no-previous-edition');
    expect(missing('range')).toBe('nobody');
    expect(missing('first-break')).toBe('no-tiers');
    expect(missing('zhejiang-mean')).toBe('not-in-edition');
    expect(comparePublished(alone).find(({ computed }) => computed.id === 'range')).toMatchObject({
      agrees: null,
      difference: null,
    });
  });

  it('keep what is unknown out of the numerator and call the share a lower bound', () => {
    const country = publishedCountry({ municipality: 4, capital: 27, prefecture: 164 });
    const findings = country.findings.filter(
      ({ probe, government }) => probe !== 'follow-up' || government !== 'capital-0',
    );
    const [share] = computeStatements(
      shippedStatements.statements.filter(({ id }) => id === 'follow-up-share'),
      factsAbout({ ...country, findings }),
      null,
    );
    expect(share).toMatchObject({ numerator: 127, denominator: 337, unknown: 1, certainty: 'lower-bound' });
  });
});

describe('figures of spread', () => {
  const town = (code: string, province: string, region: string, rate: number): Town => ({
    code,
    province,
    region,
    points: evenPoints(rate),
  });
  const facts = (towns: Town[]) => {
    const { governments, assessment } = assessTowns(towns);
    return factsOf([], { governments, findings: [], assessment }, '东');
  };
  const current = facts([
    town('1', '甲', '东', 0.9),
    town('2', '甲', '东', 0.7),
    town('3', '乙', '西', 0.4),
    town('4', '丙', '西', 0.6),
  ]);
  const previous = facts([town('1', '甲', '东', 0.8), town('3', '乙', '西', 0.5), town('4', '丙', '西', 0.7)]);
  const compute = (definition: object) => {
    const parsed: StatementDefinition = statementSchema.parse({ id: 'one', text: '一', ...definition });
    const [computed] = computeStatements([parsed], current, previous);
    return computed;
  };

  it('agree with a hand-worked table', () => {
    expect(compute({ kind: 'range' })?.value).toBeCloseTo(50, 9);
    expect(compute({ kind: 'range', edition: 'previous' })?.value).toBeCloseTo(30, 9);
    // Province means 80, 40, 60 and 80, 50, 70: deviations √(800 / 3) and √(1400 / 9).
    expect(compute({ kind: 'province-deviation', formula: 'population' })?.value).toBeCloseTo(Math.sqrt(800 / 3), 9);
    expect(compute({ kind: 'province-deviation', formula: 'sample' })?.value).toBeCloseTo(20, 9);
    expect(compute({ kind: 'province-deviation-change', formula: 'population' })?.value).toBeCloseTo(
      Math.sqrt(800 / 3) - Math.sqrt(1400 / 9),
      9,
    );
    expect(compute({ kind: 'province-mean', province: '甲' })).toMatchObject({
      value: 80,
      numerator: 160,
      denominator: 2,
    });
    // 50 / 80 and 60 / 80.
    expect(compute({ kind: 'reference-share-change', region: '西' })?.value).toBeCloseTo(-12.5, 9);
    // Mean rates 0.65 and 2 / 3.
    expect(compute({ kind: 'rate-change', node: 'supply', measure: 'points' })?.value).toBeCloseTo(65 - 200 / 3, 8);
    expect(compute({ kind: 'rate-change', node: 'supply', measure: 'relative' })?.value).toBeCloseTo(-2.5, 7);
    expect(compute({ kind: 'rate-gap', node: 'supply', than: 'response' })?.value).toBe(0);
    expect(compute({ kind: 'nodes', level: 'capability', role: 'observed' })?.value).toBe(1);
    expect(compute({ kind: 'nodes', level: 'leaf' })?.value).toBe(10);
    expect(compute({ kind: 'full-mark' })?.value).toBe(100);
  });

  it('change sizes of tiers, and name breaks', () => {
    const tiers = compute({ kind: 'tier-size-change', tier: 'A' });
    // Three governments do not part into four tiers.
    expect(tiers).toMatchObject({ value: null, missing: 'no-tiers' });
    expect(compute({ kind: 'break', position: 1 })).toMatchObject({
      name: '1市',
      value: null,
      missing: null,
      unit: 'name',
    });
  });
});

describe('the comparison with what was printed', () => {
  const row = (published: Published, computed: { value?: number | null; name?: string | null }) => {
    const definition = statementSchema.parse({ id: 'one', text: '一', kind: 'full-mark', published });
    const rest = {
      numerator: null,
      denominator: null,
      unknown: 0,
      certainty: 'exact',
      bounds: null,
      missing: null,
    } as const;
    const common = { id: 'one', text: '一', unit: 'points', formula: '', definition } as const;
    return comparePublished([{ ...common, ...rest, value: computed.value ?? null, name: computed.name ?? null }])[0];
  };

  it('rounds to the printed decimals before it compares', () => {
    expect(row({ value: 8.33 }, { value: 8.3349 })).toMatchObject({ agrees: true, difference: 0 });
    expect(row({ value: 8.33 }, { value: 8.336 })).toMatchObject({ agrees: false, difference: 0.01 });
    expect(row({ value: 15.8, decimals: 1 }, { value: 15.84 })).toMatchObject({ agrees: true, difference: 0 });
    expect(row({ value: 65.63 }, { value: 65.625 })).toMatchObject({ agrees: true });
    expect(row({ value: 0, decimals: 0 }, { value: -1e-12 })).toMatchObject({ agrees: true, difference: 0 });
  });

  it('knows bounds, directions and names', () => {
    expect(row({ 'at-least': 78 }, { value: 77.99 })?.agrees).toBe(false);
    expect(row({ direction: 'down' }, { value: -0.1 })?.agrees).toBe(true);
    expect(row({ direction: 'same' }, { value: 1 })?.agrees).toBe(false);
    expect(row({ name: '合肥市' }, { name: '合肥市' })?.agrees).toBe(true);
    expect(row({ name: '合肥市' }, { name: '成都市' })?.agrees).toBe(false);
    expect(row({ value: 1 }, {})).toMatchObject({ agrees: null, difference: null, countsAgree: null });
  });
});

describe('agreement judged by bounds', () => {
  const row = (published: Published, value: number, low: number, high: number) => {
    const definition = statementSchema.parse({ id: 'one', text: '一', kind: 'full-mark', published });
    const counts = { name: null, numerator: null, denominator: null, unknown: 3, missing: null } as const;
    const common = { id: 'one', text: '一', unit: 'points', formula: '', definition, certainty: 'partial' } as const;
    return comparePublished([{ ...common, ...counts, value, bounds: { low, high } }])[0];
  };

  it.each([
    ['inside the bounds, though the estimate is the printed one', { value: 50 }, [50, 40, 60], null, true],
    ['inside the bounds, though the estimate is another', { value: 50 }, [45, 40, 60], null, false],
    ['outside the bounds', { value: 70 }, [50, 40, 60], false, false],
    ['nothing open', { value: 50 }, [50, 50, 50], true, true],
    ['a floor above everything possible', { 'at-least': 61 }, [50, 40, 60], false, false],
    ['a direction that may be', { direction: 'up' }, [-1, -2, 3], null, false],
    ['a direction that cannot be', { direction: 'up' }, [-1, -2, -0.5], false, false],
  ] as const)('%s', (_, published, [value, low, high], agrees, estimateAgrees) => {
    expect(row({ ...published }, value, low, high)).toMatchObject({ agrees, estimateAgrees });
  });
});
