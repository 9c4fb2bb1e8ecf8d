import { z } from 'zod';
import { leaves, type Pack } from '../../config/pack.ts';
import type { Normalizer } from '../../config/schema/indicators.ts';
import { type Finding, type FindingState, findingKey } from '../../model/finding.ts';
import { machineFinding } from '../../model/review.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Probe } from '../../probes/contract.ts';
import { type Current, observedAt } from '../../store/current.ts';
import type { NewReview } from '../../store/reviews.ts';

export interface VerdictInput {
  /** Code of the government. */
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState;
  /**
   * What the person measured: keys of the probe's value, as many as they can state. Null states
   * nothing.
   */
  readonly value: unknown;
  readonly who: string;
  readonly why: string;
  /** ISO 8601 UTC. */
  readonly when: string;
}

const longestText = 2000;

/**
 * A person's verdict on the finding that `current` holds, ready to be appended. The value may name
 * only keys that the probe's own value has, each of its kind. A verdict `present` must bring the
 * measure that the leaf is scored by, unless the probe measured it, or it would count as unknown:
 * what a verdict on a present thing does not state stays as measured.
 *
 * @throws UsageError for a government or probe without a finding, and for a text or value that does
 *   not fit.
 */
export function checkedVerdict(current: Current, pack: Pack, probes: readonly Probe[], input: VerdictInput): NewReview {
  const { government, probe, state, when } = input;
  const who = textOf('who', 'the name of the person who decides', input.who);
  const why = textOf('why', 'the reason of the verdict', input.why);
  const known = current.findings.filter((finding) => finding.government === government);
  const finding = known.find((item) => item.probe === probe);
  if (finding === undefined) {
    throw new UsageError(
      known.length === 0
        ? `government ${government} has no finding yet: its visit is not complete`
        : `there is no finding of a probe ${probe}; expected one of ${known.map((item) => item.probe).join(', ')}`,
    );
  }
  const machine = machineFinding(finding);
  const run = current.sources.get(findingKey(finding)) ?? current.run;
  return {
    government,
    probe,
    run: run.id,
    observed: observedAt(run),
    machine: { state: machine.state, value: machine.value },
    state,
    value: statedValue(input, machine, pack, probes),
    who,
    when,
    why,
  };
}

function textOf(field: string, what: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError(`${field} is empty; expected ${what}`);
  if (trimmed.length > longestText) {
    throw new UsageError(`${field} has ${trimmed.length} characters; expected at most ${longestText}`);
  }
  return trimmed;
}

function statedValue(
  { probe: id, state, value }: VerdictInput,
  machine: Finding,
  pack: Pack,
  probes: readonly Probe[],
): NewReview['value'] {
  if (state !== 'present') {
    if (value !== null)
      throw new UsageError(`a value needs the state present: nothing was measured where it is ${state}`);
    return null;
  }
  const stated = value === null && machine.state === 'present' ? machine.value : checked(id, value, probes);
  const leaf = leaves(pack.tree).find(({ finding }) => finding === id);
  const key = leaf === undefined ? null : keyOf(leaf.normalizer);
  const measured = machine.state === 'present' ? machine.value : null;
  if (key !== null && (stated?.[key] ?? measured?.[key] ?? null) === null) {
    throw new UsageError(
      `a verdict present on ${id} needs a value with the key ${key}, by which it is scored (${leaf?.normalizer.kind}); ` +
        (machine.value === null ? 'the probe measured nothing' : `the probe measured ${JSON.stringify(machine.value)}`),
    );
  }
  return stated;
}

/**
 * The key of the value that a leaf is scored by, of several terms the first; null where being there
 * is all.
 */
function keyOf(normalizer: Normalizer): string | null {
  if (normalizer.kind === 'boolean') return null;
  const { key } = normalizer.kind === 'weighted' ? (normalizer.terms[0]?.measure ?? { key: '' }) : normalizer;
  return key.split('.')[0] || null;
}

function checked(id: string, value: unknown, probes: readonly Probe[]): NewReview['value'] {
  if (value === null) return null;
  const shape = probes.find((probe) => probe.id === id)?.value;
  const partial = shape instanceof z.ZodObject ? shape.partial().strict() : z.record(z.string(), z.unknown());
  const result = partial.safeParse(value);
  if (result.success) return z.record(z.string(), z.unknown()).parse(result.data);
  const issue = result.error.issues[0];
  const keys = shape instanceof z.ZodObject ? `; ${id} measures ${Object.keys(shape.shape).join(', ')}` : '';
  throw new UsageError(`value: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}${keys}`);
}
