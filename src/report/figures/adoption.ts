import type { BulletinRule } from '../../config/schema/analysis.ts';
import type { ConditionDefinition } from '../../config/schema/statements.ts';
import type { Finding } from '../../model/finding.ts';
import type { Adoption, FindingsByProbe, Share } from '../../scoring/adoption.ts';
import { isConcluded } from '../../scoring/descriptive/conclusion.ts';
import { adoptionByProvince } from '../../scoring/province-adoption.ts';
import { compileCondition } from '../../scoring/statements/conditions.ts';
import { median } from '../../scoring/statistics.ts';
import type { ReportInput } from '../input.ts';
import type { AdoptionFigures, Counted } from './schema.ts';

/** Certain share of a province's governments from which most of them meet a condition. */
export const mostlyMet = 0.5;

/** Bounds, provinces, shared engines and comparisons of every statement, in the order of `adoption`. */
export function adoptionFigures(input: ReportInput): AdoptionFigures[] {
  const definitions = new Map(input.conditions.map((condition) => [condition.id, condition]));
  const compiled = input.conditions.map(compileCondition);
  const provinces = new Map(
    adoptionByProvince(compiled, input.listed, input.findings).map((entry) => [entry.statement, entry.provinces]),
  );
  const findings = indexed(input.findings);
  return input.adoption.map((entry) => {
    const definition = definitions.get(entry.statement);
    const own = (provinces.get(entry.statement) ?? []).map(countedOf);
    const inProvinces = addsUp(own, entry.overall) ? own : [];
    return {
      ...saidOf(entry, definition, input),
      provinces: inProvinces,
      named: definition?.provinces == null ? null : namedProvinces(inProvinces, definition.provinces, input.rule),
      engines: definition?.shared == null ? null : sharedEngines(definition, definition.shared, findings, input),
      against: definition?.against == null ? null : comparedPlatforms(definition, definition.against, findings, input),
    };
  });
}

/** Of whom the bulletin speaks, and whether it does. */
function saidOf(
  { statement, overall, groups }: Adoption,
  definition: ConditionDefinition | undefined,
  { rule, governments }: ReportInput,
): Pick<AdoptionFigures, 'statement' | 'concluded' | 'said' | 'groups'> {
  const limit = rule['maximum-unknown-answers'];
  const isKnown = ({ yes, no, unknown }: Share) => isConcluded(yes + no, unknown, limit);
  const group = definition?.group ?? null;
  const said = group === null ? overall : groups.find((share) => share.group === group);
  const scored = new Set(governments.filter((one) => one.scored).map((one) => one.group));
  const parts = group === null ? groups.filter((share) => share.group !== null && scored.has(share.group)) : [];
  return {
    statement,
    concluded: said !== undefined && isKnown(said),
    said: said === undefined ? { ...nobody, id: group } : countedOf(said),
    groups: parts.filter(isKnown).map(countedOf),
  };
}

const nobody: Counted = { id: null, least: 0, most: 0, unknown: 0, concerned: 0, low: null, high: null };

/** The bounds of a share: from all unknown governments saying no to all of them saying yes. */
export function countedOf({ group, yes, no, unknown }: Share): Counted {
  const concerned = yes + no + unknown;
  const most = yes + unknown;
  const [low, high] = concerned === 0 ? [null, null] : [yes / concerned, most / concerned];
  return { id: group, least: yes, most, unknown, concerned, low, high };
}

/** A frozen edition may rest on other conditions than today's, and its provinces are then not known. */
function addsUp(provinces: readonly Counted[], { yes, unknown }: Share): boolean {
  const sum = (key: 'least' | 'unknown') => provinces.reduce((total, one) => total + one[key], 0);
  return sum('least') === yes && sum('unknown') === unknown;
}

/**
 * `most`: at least half meet it for certain. `all`: nobody is known not to, enough is known, and the
 * province has so many governments that a spread would be stated.
 */
function namedProvinces(
  provinces: readonly Counted[],
  kind: 'most' | 'all',
  rule: BulletinRule,
): AdoptionFigures['named'] {
  const meets = ({ least, most, unknown, concerned, low }: Counted) =>
    kind === 'most'
      ? (low ?? 0) >= mostlyMet
      : concerned >= rule['even-provinces']['minimum-governments'] &&
        most === concerned &&
        isConcluded(least, unknown, rule['maximum-unknown-answers']);
  const found = provinces
    .filter(meets)
    .sort((a, b) => (b.low ?? 0) - (a.low ?? 0) || b.least - a.least || compare(a.id ?? '', b.id ?? ''));
  const named = found.slice(0, rule['provinces-named']).flatMap(({ id }) => (id === null ? [] : [id]));
  return { by: kind, provinces: named, count: named.length, found: found.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function indexed(findings: readonly Finding[]): ReadonlyMap<string, FindingsByProbe> {
  return new Map(
    [...Map.groupBy(findings, ({ government }) => government)].map(([code, own]) => [
      code,
      new Map(own.map((finding) => [finding.probe, finding])),
    ]),
  );
}

/** Engines on one host that at least two governments of a province use, its own platform among them. */
function sharedEngines(
  { when: { probe } }: ConditionDefinition,
  key: string,
  findings: ReadonlyMap<string, FindingsByProbe>,
  { listed }: ReportInput,
): AdoptionFigures['engines'] {
  const users = new Map<
    string,
    { readonly province: string; readonly codes: Set<string>; readonly scored: Set<string> }
  >();
  const addressed = new Set<string>();
  for (const { code, province, scored } of listed) {
    const finding = findings.get(code)?.get(probe);
    const host = finding?.state === 'present' ? hostOf(finding.value?.[key]) : null;
    if (host === null) continue;
    const place = `${province}\n${host}`;
    const entry = users.get(place) ?? { province, codes: new Set(), scored: new Set() };
    users.set(place, entry);
    entry.codes.add(code);
    if (!scored) continue;
    entry.scored.add(code);
    addressed.add(code);
  }
  const shared = [...users.values()].filter(({ codes, scored }) => codes.size > 1 && scored.size > 0);
  return {
    governments: new Set(shared.flatMap(({ scored }) => [...scored])).size,
    engines: shared.length,
    provinces: new Set(shared.map(({ province }) => province)).size,
    addressed: addressed.size,
  };
}

function hostOf(address: unknown): string | null {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).host : null;
}

/** Ranks of the provinces by their mean rate on the node, with and without what the condition says of their platform. */
function comparedPlatforms(
  definition: ConditionDefinition,
  path: string,
  findings: ReadonlyMap<string, FindingsByProbe>,
  { listed, description }: ReportInput,
): AdoptionFigures['against'] {
  const { answer } = compileCondition(definition);
  const rates = description.provinces.divisions.flatMap(({ id, nodes }) => {
    const rate = nodes.find((node) => node.path === path)?.rate ?? null;
    return rate === null ? [] : [{ id, rate }];
  });
  const ranks = new Map(rates.map(({ id, rate }) => [id, 1 + rates.filter((other) => other.rate > rate).length]));
  const found: Record<'yes' | 'no', number[]> = { yes: [], no: [] };
  let unknown = 0;
  for (const { code, province, group } of listed) {
    if (group !== definition.group) continue;
    const own = answer(findings.get(code) ?? new Map());
    const rank = ranks.get(province);
    if ((own === 'yes' || own === 'no') && rank !== undefined) found[own].push(rank);
    else if (own !== 'left-out') unknown += 1;
  }
  const side = (list: readonly number[]) => ({ n: list.length, rank: median(list) });
  return { node: path, provinces: rates.length, met: side(found.yes), unmet: side(found.no), unknown };
}
