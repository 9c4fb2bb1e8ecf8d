import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Point } from '../../src/scoring/point.ts';
import { drawHash } from '../../src/scoring/sampling/draw-hash.ts';
import { errorSourceOf } from '../../src/scoring/uncertainty/error-source.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import { assessFindings } from '../scoring-quality/country.ts';
import { shippedPack } from '../simulated-country/ideal.ts';
import type { CrawledCountry } from './country.ts';

/** Findings with a rule that is wrong for whole products. */
export interface Seeded {
  readonly findings: readonly Finding[];
  /** Keys of the findings that were made wrong. */
  readonly wrong: ReadonlySet<string>;
  /** How many products have a wrong rule. */
  readonly causes: number;
}

/** Smallest number of governments that a wrong rule is seeded for. */
const fewest = 5;
/** Least difference of a wrong point from the mean of the right ones. */
const least = 0.2;

/**
 * Makes rules wrong for products chosen at random until a share of all findings is wrong: every
 * finding of the probe on this product states what the probe measured for another government, or
 * that a thing without a measure is absent.
 */
export function seedErrors(country: CrawledCountry, share: number, seed: number): Seeded {
  const generator = new Generator();
  generator.start(seed, 300, 0);
  const points = pointsOf(country);
  const counted = new Set([...points.values()].map(({ finding }) => finding));
  const claims = country.findings.filter(({ state }) => state === 'present');
  const causes = [...Map.groupBy(claims, errorSourceOf)].filter(
    ([, members]) => members.length >= fewest && counted.has(members[0]?.probe ?? ''),
  );
  const wanted = share * country.findings.length;
  const changed = new Map<string, Finding>();
  let seeded = 0;
  while (changed.size < wanted && causes.length > 0) {
    const [chosen] = causes.splice(Math.floor(generator.uniform() * causes.length), 1);
    const members = chosen?.[1] ?? [];
    const wrong = wrongClaim(members, country.findings, points, seed);
    if (wrong === null) continue;
    seeded += 1;
    for (const member of members) changed.set(findingKey(member), { ...member, ...wrong(member) });
  }
  return {
    findings: country.findings.map((finding) => changed.get(findingKey(finding)) ?? finding),
    wrong: new Set(changed.keys()),
    causes: seeded,
  };
}

type Claim = Pick<Finding, 'state' | 'value' | 'confidence'>;

/** What a wrong rule states of the members; null where nobody's measure differs. */
function wrongClaim(
  members: readonly Finding[],
  all: readonly Finding[],
  points: ReadonlyMap<string, Point>,
  seed: number,
): ((member: Finding) => Claim) | null {
  const [first] = members;
  if (first === undefined) return null;
  const worthOf = (finding: Finding): number => points.get(findingKey(finding))?.point ?? 0;
  const own = members.reduce((sum, member) => sum + worthOf(member), 0) / members.length;
  const others = all.filter(
    (finding) =>
      finding.probe === first.probe &&
      finding.state === 'present' &&
      points.get(findingKey(finding))?.low === points.get(findingKey(finding))?.high,
  );
  const differing = others.filter((finding) => Math.abs(worthOf(finding) - own) > least);
  const chosen = differing.toSorted((a, b) => lotOf(a, seed) - lotOf(b, seed))[0];
  if (chosen !== undefined) {
    return ({ value, confidence }) => ({
      state: 'present',
      value: { ...chosen.value, ...productOf(value) },
      confidence,
    });
  }
  return own > least ? ({ confidence }) => ({ state: 'absent', value: null, confidence }) : null;
}

function lotOf(finding: Finding, seed: number): number {
  return drawHash(String(seed), findingKey(finding));
}

/** The keys by which a finding names its product. */
function productOf(value: Finding['value']): Record<string, unknown> {
  return Object.fromEntries(
    ['vendor', 'tool'].flatMap((key) => (value?.[key] === undefined ? [] : [[key, value[key]]])),
  );
}

/** Counted points by `government probe`. */
export function pointsOf(
  country: Pick<CrawledCountry, 'governments' | 'day' | 'findings'>,
): ReadonlyMap<string, Point> {
  const { scores, tree } = assessFindings(shippedPack.tree, country, country.findings);
  const counted = new Set(tree.nodes.flatMap(({ leaf, counted }) => (leaf !== null && counted ? [leaf.id] : [])));
  return new Map(
    scores.flatMap(({ government, points }) =>
      points.flatMap((point) =>
        counted.has(point.leaf) ? [[findingKey({ government, probe: point.finding }), point] as const] : [],
      ),
    ),
  );
}
