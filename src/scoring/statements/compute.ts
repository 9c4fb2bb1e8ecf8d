import type { StatementDefinition } from '../../config/schema/statements.ts';
import { boundsOfShare, type Share } from '../adoption.ts';
import { settle } from '../settle.ts';
import { type Bounds, boundsOfMean, ifSettled, relativeBounds } from './bounds.ts';
import {
  type Computed,
  type ComputedStatement,
  certain,
  type EditionFacts,
  figure,
  missing,
  type Unit,
} from './facts.ts';

type Kind = StatementDefinition['kind'];
type Of<K extends Kind> = Extract<StatementDefinition, { kind: K }>;

/** Two editions over the same governments. */
export interface MatchedEditions {
  readonly current: EditionFacts;
  readonly previous: EditionFacts;
}

interface Editions {
  readonly current: EditionFacts;
  readonly previous: EditionFacts | null;
  /** Both editions over the governments that both measured; null where the whole ones are compared. */
  readonly matched: MatchedEditions | null;
}

/** What one kind of statement is: its unit, its formula, and how it is computed. */
interface Method<K extends Kind> {
  readonly unit: Unit;
  readonly formula: (definition: Of<K>, editions: Editions) => string;
  readonly compute: (definition: Of<K>, editions: Editions) => Computed;
}

/**
 * Computes the statements of a publication in the order of the file.
 * @param previous the edition before; null where there is none, or none over the same governments:
 *   statements that need it say so.
 * @param matched both editions over the governments that both measured: changes of shares and rates
 *   are theirs.
 */
export function computeStatements(
  definitions: readonly StatementDefinition[],
  current: EditionFacts,
  previous: EditionFacts | null,
  matched: MatchedEditions | null = null,
): ComputedStatement[] {
  const editions = { current, previous, matched };
  return definitions.map((definition): ComputedStatement => {
    const { unit, formula, compute } = methodOf(definition.kind);
    const { id, text } = definition;
    const computed = compute(definition, editions);
    return { id, text, unit, formula: formula(definition, editions), definition, ...computed };
  });
}

const methods: { readonly [K in Kind]: Method<K> } = {
  governments: {
    unit: 'count',
    formula: () => 'number of governments in the groups',
    compute: ({ groups }, { current }) =>
      certain(current.governments.filter(({ group }) => groups.includes(group)).length),
  },
  nodes: {
    unit: 'count',
    formula: () => 'number of nodes of the tree at the level',
    compute: ({ level, role }, { current }) => certain(countNodes(level, role, current)),
  },
  'full-mark': {
    unit: 'points',
    formula: () => 'full mark of the total',
    compute: (_, { current }) => certain(current.assessment.tree.source['full-mark']),
  },
  share: {
    unit: 'percent',
    formula: ({ condition }, { current }) => shareFormula(condition, current),
    compute: ({ condition, group }, { current }) => shareOf(condition, group, current),
  },
  'share-change': {
    unit: 'percentage-points',
    formula: ({ condition }, { current }) => changeFormula(shareFormula(condition, current)),
    compute: ({ condition, group }, editions) =>
      matchedDifference(editions, (facts) => shareOf(condition, group, facts)),
  },
  'count-change': {
    unit: 'count',
    formula: () => changeFormula('yes'),
    compute: ({ condition, group }, editions) =>
      matchedDifference(editions, (facts) => {
        const share = shareOf(condition, group, facts);
        if (share.numerator === null) return share;
        return figure(share.numerator, share.unknown, { low: share.numerator, high: share.numerator + share.unknown });
      }),
  },
  break: {
    unit: 'name',
    formula: () => 'the last government above the break, at a large difference between neighbours in the ranking',
    compute: ({ position }, { current }) => breakAt(position, current),
  },
  'tier-size-change': {
    unit: 'count',
    formula: () => changeFormula('governments in the tier'),
    compute: ({ tier }, editions) => difference(editions, (facts) => tierSize(tier, facts)),
  },
  range: {
    unit: 'points',
    formula: () => 'highest total - lowest total',
    compute: ({ edition }, editions) =>
      inEdition(editions, edition, (facts) => {
        const [total] = facts.description.whole.nodes;
        return figureOr(total?.score.range, total?.unknown, ifSettled(total?.score.range, facts));
      }),
  },
  'province-deviation': {
    unit: 'points',
    formula: ({ formula }) => deviationFormula(formula),
    compute: ({ formula, edition }, editions) =>
      inEdition(editions, edition, (facts) => provinceDeviation(formula, facts)),
  },
  'province-deviation-change': {
    unit: 'points',
    formula: ({ formula }) => changeFormula(deviationFormula(formula)),
    compute: ({ formula }, editions) => difference(editions, (facts) => provinceDeviation(formula, facts)),
  },
  'province-mean': {
    unit: 'points',
    formula: () => 'sum of totals / governments of the province with a total',
    compute: ({ province, edition }, editions) =>
      inEdition(editions, edition, (facts) => provinceMean(province, facts)),
  },
  'reference-share-change': {
    unit: 'percentage-points',
    formula: () => changeFormula('100 × mean total of the region / mean total of the reference region'),
    compute: ({ region }, editions) => difference(editions, (facts) => shareOfReference(region, facts)),
  },
  'rate-change': {
    unit: 'percentage-points',
    formula: ({ measure }) =>
      measure === 'points'
        ? changeFormula('100 × mean score / full mark')
        : '100 × (mean score rate / mean score rate of the previous edition - 1)',
    compute: ({ node, measure }, editions) => {
      const change = matchedDifference(editions, (facts) => rateOf(node, facts));
      return measure === 'points' || change.value === null ? change : relativeChange(change, node, editions);
    },
  },
  'rate-gap': {
    unit: 'percentage-points',
    formula: () => '100 × mean score rate of the node - 100 × mean score rate of the other node',
    compute: ({ node, than }, { current }) => subtract(rateOf(node, current), rateOf(than, current)),
  },
};

/**
 * The table is keyed by kind, so a definition only ever meets the method of its own kind; the
 * compiler cannot follow that through a union.
 */
function methodOf(kind: Kind): Method<Kind> {
  return methods[kind] as Method<Kind>;
}

function inEdition(
  editions: Editions,
  edition: 'current' | 'previous',
  compute: (facts: EditionFacts) => Computed,
): Computed {
  const facts = editions[edition];
  return facts === null ? withoutPrevious(editions) : compute(facts);
}

/** Current minus previous. */
function difference(editions: Editions, compute: (facts: EditionFacts) => Computed): Computed {
  const { current, previous } = editions;
  return previous === null ? withoutPrevious(editions) : subtract(compute(current), compute(previous));
}

function withoutPrevious({ matched }: Editions): Computed {
  return missing(matched === null ? 'no-previous-edition' : 'other-governments');
}

function subtract(after: Computed, before: Computed): Computed {
  const unknown = after.unknown + before.unknown;
  if (after.value === null || before.value === null)
    return missing(after.missing ?? before.missing ?? 'nobody', unknown);
  const bounds =
    after.bounds === null || before.bounds === null
      ? null
      : {
          low: settle(after.bounds.low - before.bounds.high),
          high: settle(after.bounds.high - before.bounds.low),
        };
  return figure(settle(after.value - before.value), unknown, bounds);
}

/**
 * Current minus previous over the governments that both editions measured. What is open in either
 * whole edition leaves the difference open too.
 */
function matchedDifference(editions: Editions, compute: (facts: EditionFacts) => Computed): Computed {
  const whole = difference(editions, compute);
  if (editions.matched === null || (whole.value !== null && whole.certainty === 'exact')) return whole;
  const same = difference({ ...editions.matched, matched: null }, compute);
  if (same.value === null) return whole;
  const { bounds } = whole;
  const holds = bounds !== null && bounds.low <= same.value && same.value <= bounds.high;
  return { ...same, unknown: whole.unknown, certainty: 'partial', bounds: holds ? bounds : null };
}

/** The change of a rate in percent of the earlier rate. */
function relativeChange(change: Computed, node: string, { current, previous, matched }: Editions): Computed {
  const before = rateOf(node, matched?.previous ?? previous ?? current).value ?? 0;
  if (change.value === null || before === 0) return missing('nobody');
  const bounds = previous === null ? null : relativeBounds(rateOf(node, current).bounds, rateOf(node, previous).bounds);
  return { ...change, value: settle((100 * change.value) / before), bounds };
}

function figureOr(value: number | null | undefined, unknown = 0, bounds: Bounds | null = null): Computed {
  return value === null || value === undefined ? missing('nobody', unknown) : figure(value, unknown, bounds);
}

function changeFormula(formula: string): string {
  return `(${formula}) - (the same of the previous edition)`;
}

function shareFormula(condition: string, { adoption }: EditionFacts): string {
  const base = adoption.find(({ statement }) => statement === condition)?.base;
  return base === 'assessable' ? '100 × yes / (yes + no)' : '100 × yes / (yes + no + unknown)';
}

function deviationFormula(formula: 'population' | 'sample'): string {
  return `square root of (sum of squared differences of province means to their mean / ${formula === 'sample' ? '(n - 1)' : 'n'})`;
}

function countNodes(level: Of<'nodes'>['level'], role: Of<'nodes'>['role'], { assessment }: EditionFacts): number {
  const { source, nodes } = assessment.tree;
  const wanted = source.capabilities.filter((capability) => role === null || capability.role === role);
  const inWanted = (path: string) => wanted.some(({ id }) => path === id || path.startsWith(`${id}/`));
  return nodes.filter((node) => node.level === level && inWanted(node.path)).length;
}

function shareOf(condition: string, group: string | null, { adoption }: EditionFacts): Computed {
  const entry = adoption.find(({ statement }) => statement === condition);
  const share: Share | undefined =
    group === null ? entry?.overall : entry?.groups.find((candidate) => candidate.group === group);
  if (entry === undefined || share === undefined) return missing('not-in-edition');
  const { numerator, denominator, unknown } = share;
  if (share.share === null) return missing('nobody', unknown);
  const certainty = unknown === 0 ? 'exact' : entry.base === 'all' ? 'lower-bound' : 'partial';
  const own = boundsOfShare(share);
  const bounds = own === null ? null : { low: 100 * own.low, high: 100 * own.high };
  return { value: 100 * share.share, name: null, numerator, denominator, unknown, certainty, missing: null, bounds };
}

function breakAt(position: number, facts: EditionFacts): Computed {
  const { assessment, governments } = facts;
  const { breaks } = assessment.tiering;
  if (breaks.length === 0) return missing('no-tiers');
  const found = breaks[position - 1];
  if (found === undefined) return missing('not-in-edition');
  const government = governments.find(({ code }) => code === found.government);
  const certainty = ifSettled(0, facts) === null ? 'partial' : 'exact';
  return { ...missing('not-in-edition'), name: government?.name ?? found.government, missing: null, certainty };
}

function tierSize(letter: string, facts: EditionFacts): Computed {
  const { assessment } = facts;
  const { tiers } = assessment.tiering;
  if (tiers.length === 0) return missing('no-tiers');
  const tier = tiers.find((candidate) => candidate.letter === letter || candidate.name === letter);
  return tier === undefined ? missing('not-in-edition') : figure(tier.size, 0, ifSettled(tier.size, facts));
}

function provinceDeviation(formula: 'population' | 'sample', facts: EditionFacts): Computed {
  const { description } = facts;
  const { betweenProvinces, provinces } = description;
  const without = provinces.divisions.length - betweenProvinces.n;
  return figureOr(betweenProvinces[formula], without, ifSettled(betweenProvinces[formula], facts));
}

function provinceMean(province: string, { description }: EditionFacts): Computed {
  const [total] = description.provinces.divisions.find(({ id }) => id === province)?.nodes ?? [];
  if (total === undefined) return missing('not-in-edition');
  const { mean, n } = total.score;
  if (mean === null) return missing('nobody', total.unknown);
  const bounds = boundsOfMean(total, 'points');
  return { ...figure(mean, total.unknown, bounds), numerator: settle(mean * n), denominator: n };
}

function shareOfReference(region: string, { description }: EditionFacts): Computed {
  const division = description.regions.divisions.find(({ id }) => id === region);
  if (division === undefined) return missing('not-in-edition');
  const { shareOfReference: share, nodes } = division;
  const [own] = nodes;
  const [base] = description.regions.divisions.find(({ id }) => id === description.regions.reference)?.nodes ?? [];
  const isBase = region === description.regions.reference;
  const bounds =
    isBase || own === undefined || base === undefined || !own.low || !own.high || !base.low || !base.high
      ? null
      : { low: settle((100 * own.low) / base.high), high: settle((100 * own.high) / base.low) };
  return figureOr(share === null ? null : 100 * share, own?.unknown, bounds);
}

function rateOf(path: string, { description }: EditionFacts): Computed {
  const node = description.whole.nodes.find((candidate) => candidate.path === path);
  if (node === undefined) return missing('not-in-edition');
  return figureOr(node.rate === null ? null : 100 * node.rate, node.unknown, boundsOfMean(node, 'percent'));
}
