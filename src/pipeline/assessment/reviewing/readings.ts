import type { Pack } from '../../../config/pack.ts';
import { canonicalJson } from '../../../model/canonical-json.ts';
import { type Finding, findingKey, findingStates } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import { claimHash, machineFinding } from '../../../model/review.ts';
import type { Interval } from '../../../scoring/evaluation/reliability.ts';
import { wilson } from '../../../scoring/evaluation/wilson.ts';
import { type Agreement, agreementOf, type Reading } from '../../../scoring/reviewing/agreement.ts';
import { drawHash } from '../../../scoring/sampling/draw-hash.ts';
import type { LogEntry } from '../../../store/reviews.ts';

/**
 * - `first`: nobody has read it. `second`: one person has.
 * - `agree`, `differ`: two have. `adjudicated`: they differed, and a person decided between them.
 */
export type ReadingStage = 'first' | 'second' | 'agree' | 'differ' | 'adjudicated';

/** A finding of the tenth that is read twice. */
export interface SampledReading {
  readonly finding: Finding;
  readonly government: Government;
  readonly stage: ReadingStage;
  readonly first: LogEntry | null;
  readonly second: LogEntry | null;
  /** The decision between both. */
  readonly final: LogEntry | null;
}

/** The sample with how its readers agree. */
export interface Readings {
  readonly sampled: readonly SampledReading[];
  /** Two people who did not see each other's reading. */
  readonly people: Agreement;
  /** The same with the probe as a third reader. */
  readonly withMachine: Agreement;
  /** Claims of the probes in the sample that a person read, and how many were right. */
  readonly probes: readonly ProbeAccuracy[];
}

export interface ProbeAccuracy {
  /** Null: all probes. */
  readonly probe: string | null;
  readonly read: number;
  readonly right: number;
  /** 95 % (Wilson); null where nothing was read. */
  readonly interval: Interval | null;
}

/**
 * Whether a finding belongs to the tenth: by hash of government and probe alone, so that nobody can
 * choose it and it stays the same from night to night.
 */
export function isSampled({ government, probe }: Pick<Finding, 'government' | 'probe'>, share: number): boolean {
  return drawHash('second reading', government, probe) < share;
}

/** Reads the sample out of findings and the log of reviews. Pure. */
export function readingsOf(
  findings: readonly Finding[],
  governments: readonly Government[],
  entries: readonly LogEntry[],
  pack: Pick<Pack, 'analysis'>,
): Readings {
  const { review: rule, uncertainty } = pack.analysis;
  const byCode = new Map(governments.map((government) => [government.code, government]));
  const byKey = Map.groupBy(
    entries.filter(({ isWithdrawn }) => !isWithdrawn),
    (entry) => findingKey(entry),
  );
  const sampled = findings.flatMap((finding): SampledReading[] => {
    const government = byCode.get(finding.government);
    if (government === undefined || !isSampled(finding, rule['sample-share'])) return [];
    return [{ finding, government, ...stageOf(finding, byKey.get(findingKey(finding)) ?? []) }];
  });
  const bootstrap = { resamples: rule.resamples, level: rule.level, seed: uncertainty.seed };
  const both = sampled.filter(({ second }) => second !== null);
  const people = both.map(({ first, second }): Reading => [first?.state ?? null, second?.state ?? null]);
  const all = both.map(({ finding, first, second }): Reading => {
    return [first?.state ?? null, second?.state ?? null, machineFinding(finding).state];
  });
  return {
    sampled,
    people: agreementOf(people, findingStates, bootstrap),
    withMachine: agreementOf(all, findingStates, bootstrap),
    probes: accuracyOf(sampled),
  };
}

/** What was read of the claim that the probe makes now; readings of an earlier claim are past. */
function stageOf(finding: Finding, entries: readonly LogEntry[]): Omit<SampledReading, 'finding' | 'government'> {
  const claim = claimHash(machineFinding(finding));
  const own = entries.filter((entry) => claimHash(entry.machine) === claim);
  const isFinal = (entry: LogEntry): boolean => entry.kind === 'verdict' && entry.details?.adjudicates !== undefined;
  const second = own.findLast(({ kind }) => kind === 'second') ?? null;
  const final = own.findLast(isFinal) ?? null;
  // A verdict that came after the second reading is no blind first one.
  const firsts = own.filter((entry) => entry.kind === 'verdict' && !isFinal(entry));
  const first = firsts.findLast(({ id }) => second === null || id < second.id) ?? null;
  if (first === null) return { stage: 'first', first, second: null, final: null };
  if (second === null) return { stage: 'second', first, second, final };
  if (saySame(first, second)) return { stage: 'agree', first, second, final };
  return { stage: final === null ? 'differ' : 'adjudicated', first, second, final };
}

/** Whether two people state the same: the state, and what both measured. */
export function saySame(a: Pick<LogEntry, 'state' | 'value'>, b: Pick<LogEntry, 'state' | 'value'>): boolean {
  if (a.state !== b.state) return false;
  return Object.entries(a.value ?? {}).every(
    ([key, value]) => b.value?.[key] === undefined || canonicalJson(b.value[key]) === canonicalJson(value ?? null),
  );
}

/**
 * How often claims of the probes are right where a person read the sample: unbiased, as nobody
 * chose it.
 */
function accuracyOf(sampled: readonly SampledReading[]): ProbeAccuracy[] {
  const cases = sampled.flatMap(({ finding, first, final }) => {
    const machine = machineFinding(finding);
    const said = final ?? first;
    if (said?.state == null || said.state === 'unknown') return [];
    if (machine.state !== 'present' && machine.state !== 'absent') return [];
    return [{ probe: finding.probe, right: machine.state === said.state }];
  });
  const figures = (probe: string | null): ProbeAccuracy => {
    const own = cases.filter((one) => probe === null || one.probe === probe);
    const right = own.filter((one) => one.right).length;
    return { probe, read: own.length, right, interval: own.length === 0 ? null : wilson(right, own.length) };
  };
  return [null, ...new Set(cases.map(({ probe }) => probe))].map(figures);
}
