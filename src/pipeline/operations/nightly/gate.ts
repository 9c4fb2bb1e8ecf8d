import type { GateBounds } from '../../../config/schema/schedule.ts';
import { median } from '../../../scoring/statistics.ts';

/** What the gate looks at in a run. */
export interface GatedRun {
  readonly planned: number;
  readonly completed: number;
  /** Number of findings. */
  readonly rows: number;
  /**
   * Mean share of the indicator weight that is known over all scored governments, 0..1; null when
   * none is scored.
   */
  readonly coverage: number | null;
  /** Total score by code of the governments that have one. */
  readonly scores: ReadonlyMap<string, number>;
}

export interface GateInput {
  readonly bounds: GateBounds;
  readonly run: GatedRun;
  /** The run that is published now; null before the first. */
  readonly published: GatedRun | null;
  /** Judgements of canaries that differ from what is known of them; null when none rode along. */
  readonly canaries: { readonly misjudged: readonly string[]; readonly tolerated: number } | null;
}

/** One bound and what was measured against it. */
export interface GateCheck {
  readonly name: 'visits' | 'coverage' | 'rows' | 'median-drift' | 'drift-share' | 'canaries';
  readonly measured: number | null;
  readonly bound: number;
  readonly passed: boolean;
  readonly sentence: string;
}

/**
 * Whether a run may take the place of the published one. Pure. A bound that cannot be measured
 * (nothing published yet, too few scores in both) passes, but a run without any coverage does not.
 */
export function judgeGate({ bounds, run, published, canaries }: GateInput): GateCheck[] {
  const checks: GateCheck[] = [];
  const visits = run.planned === 0 ? 0 : run.completed / run.planned;
  checks.push(
    atLeast('visits', visits, bounds.visits, `${run.completed} of ${run.planned} visits are complete`),
    atLeast('coverage', run.coverage ?? 0, bounds.coverage, `${percent(run.coverage ?? 0)} of the weight is known`),
  );
  if (published !== null && published.rows > 0) {
    const rows = run.rows / published.rows;
    checks.push(atLeast('rows', rows, bounds.rows, `${run.rows} findings, ${published.rows} in the published run`));
  }
  const moves = published === null ? [] : movesBetween(published.scores, run.scores);
  if (moves.length >= bounds.compared) {
    const middle = median(moves) ?? 0;
    const far = moves.filter((move) => move > bounds['drift-points']).length;
    checks.push(
      atMost(
        'median-drift',
        middle,
        bounds['median-drift'],
        `scores moved by ${middle.toFixed(2)} points in the middle`,
      ),
      atMost(
        'drift-share',
        far / moves.length,
        bounds['drift-share'],
        `${far} of ${moves.length} scores moved by more than ${bounds['drift-points']} points`,
      ),
    );
  }
  if (canaries !== null) {
    const { misjudged, tolerated } = canaries;
    const listed = misjudged.slice(0, 5).join('; ');
    const what = misjudged.length === 0 ? 'no canary is misjudged' : `canaries are misjudged: ${listed}`;
    checks.push(atMost('canaries', misjudged.length, tolerated, what));
  }
  return checks;
}

function atLeast(name: GateCheck['name'], measured: number, bound: number, sentence: string): GateCheck {
  const passed = measured >= bound;
  return {
    name,
    measured,
    bound,
    passed,
    sentence: passed ? sentence : `${sentence}; at least ${percent(bound)} is asked for`,
  };
}

function atMost(name: GateCheck['name'], measured: number, bound: number, sentence: string): GateCheck {
  const passed = measured <= bound;
  const limit = name === 'drift-share' ? percent(bound) : String(bound);
  return { name, measured, bound, passed, sentence: passed ? sentence : `${sentence}; at most ${limit} is allowed` };
}

function movesBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number[] {
  return [...after].flatMap(([code, score]) => {
    const earlier = before.get(code);
    return earlier === undefined ? [] : [Math.abs(score - earlier)];
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
