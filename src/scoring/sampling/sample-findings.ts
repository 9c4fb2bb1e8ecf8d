import type { Finding } from '../../model/finding.ts';
import { drawHash } from './draw-hash.ts';

/** States of which findings are checked by hand. */
export const checkedStates = ['present', 'absent', 'unknown'] as const;
export type CheckedState = (typeof checkedStates)[number];

/** A finding of a sample. */
export interface SampledFinding {
  readonly finding: Finding;
  readonly state: CheckedState;
  /** Number of findings in this state that it was drawn from. */
  readonly population: number;
}

export interface SampleRule {
  readonly size: number;
  /** Share of the sample in each state; what a state lacks goes to the others. */
  readonly shares: Readonly<Record<CheckedState, number>>;
  /** The same seed and findings give the same sample. */
  readonly seed: string;
}

/**
 * A random sample of findings: a fixed number per state, and within a state every finding with the
 * same probability, spread over the probes in proportion to how many findings they have (systematic
 * sampling of the list ordered by probe, within a probe by hash). Shares of a state therefore need
 * no weights; states together are weighted by their populations.
 * @returns ordered by government and probe
 */
export function sampleFindings(findings: readonly Finding[], { size, shares, seed }: SampleRule): SampledFinding[] {
  const byState = checkedStates.map((state) => findings.filter((finding) => finding.state === state));
  const counts = countsFor(
    byState.map((members) => members.length),
    checkedStates.map((state) => shares[state]),
    size,
  );
  const drawn = checkedStates.flatMap((state, index) => {
    const members = byState[index] ?? [];
    return systematic(members, counts[index] ?? 0, `${seed}\0${state}`).map(
      (finding): SampledFinding => ({ finding, state, population: members.length }),
    );
  });
  return drawn.sort((a, b) => (keyOf(a.finding) < keyOf(b.finding) ? -1 : 1));
}

/** Draws per state, none more than there are; what is left over goes where something is left. */
function countsFor(sizes: readonly number[], shares: readonly number[], size: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const counts = sizes.map((available, index) =>
    Math.min(available, whole === 0 ? 0 : Math.floor((size * (shares[index] ?? 0)) / whole)),
  );
  for (let left = size - counts.reduce((sum, count) => sum + count, 0); left > 0; left -= 1) {
    // The state that is furthest behind its share; of equal ones the first.
    const open = sizes.flatMap((available, index) =>
      (counts[index] ?? 0) < available && (shares[index] ?? 0) > 0 ? [index] : [],
    );
    const [next] = open.sort((a, b) => behind(b) - behind(a) || a - b);
    if (next === undefined) break;
    counts[next] = (counts[next] ?? 0) + 1;
  }
  return counts;

  function behind(index: number): number {
    return (size * (shares[index] ?? 0)) / whole - (counts[index] ?? 0);
  }
}

function systematic(members: readonly Finding[], count: number, seed: string): Finding[] {
  const ordered = members
    .map((finding) => ({ finding, key: drawHash(seed, finding.government, finding.probe) }))
    .sort((a, b) => (a.finding.probe === b.finding.probe ? a.key - b.key : a.finding.probe < b.finding.probe ? -1 : 1));
  const start = drawHash(seed, 'start');
  return Array.from({ length: count }, (_, index) => Math.floor(((index + start) * ordered.length) / count)).flatMap(
    (place) => ordered[place]?.finding ?? [],
  );
}

function keyOf({ government, probe }: Finding): string {
  return `${government} ${probe}`;
}
