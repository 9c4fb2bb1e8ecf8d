/** What is known of the visits of earlier nights; times in milliseconds. */
export interface NightMeasure {
  /** Length of the visits of a government in earlier nights, newest first. */
  readonly visits: ReadonlyMap<string, readonly number[]>;
}

export interface NightEstimate {
  /** Milliseconds from the first visit to the end of the last one. */
  readonly duration: number;
  /** Visits that are expected to begin after this time (milliseconds from the start) are cut off. */
  readonly cutOff: readonly string[];
  /** Governments without a measured visit; they count with the median of the others. */
  readonly unmeasured: readonly string[];
}

/**
 * How long a night should take: the visits in their order, each as long as the median of its
 * earlier ones, with so many open at once. Pure. Null where no visit was ever measured.
 *
 * @param plan codes in the order of their visits
 * @param concurrency visits open at once, at least 1
 * @param limit milliseconds after which no visit begins; null: none
 */
export function estimateNight(
  plan: readonly string[],
  { visits }: NightMeasure,
  concurrency: number,
  limit: number | null,
): NightEstimate | null {
  const known = new Map(
    [...visits].flatMap(([code, lengths]) => (lengths.length === 0 ? [] : [[code, middle(lengths)]])),
  );
  if (known.size === 0) return null;
  const usual = middle([...known.values()]);
  const free = new Array<number>(concurrency).fill(0);
  const cutOff: string[] = [];
  let duration = 0;
  for (const code of plan) {
    const slot = free.indexOf(Math.min(...free));
    const begins = free[slot] ?? 0;
    if (limit !== null && begins >= limit) {
      cutOff.push(code);
      continue;
    }
    const ends = begins + (known.get(code) ?? usual);
    free[slot] = ends;
    duration = Math.max(duration, ends);
  }
  return { duration, cutOff, unmeasured: plan.filter((code) => !known.has(code)) };
}

/** The time in which at least one of several spans lies: pauses between them do not count. */
export function busyTime(spans: readonly { readonly from: number; readonly to: number }[]): number {
  let [busy, end] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    busy += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return busy;
}

function middle(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}
