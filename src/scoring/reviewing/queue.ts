import type { ReviewRule } from '../../config/schema/analysis.ts';
import { TierDraw } from '../uncertainty/tier-draw.ts';
import { type Expected, type Forecast, forecasts } from './forecast.ts';
import { type Entry, type LayoutInput, layOutDoubts } from './layout.ts';
import { learnRates, type Outcome } from './learn.ts';
import { Worlds } from './worlds.ts';
import { type Worth, WorthMeter } from './worth.ts';

/** An entry with its worth. */
export interface QueueEntry extends Worth, Pick<Entry, 'id' | 'kind' | 'findings' | 'chance' | 'surprise'> {}

/** Why reviewing should go on or stop. */
export interface StopAdvice {
  readonly stop: boolean;
  /**
   * - `nothing-left`: no finding is in doubt.
   * - `no-tiers`: the scores do not part into tiers, so no review can change one.
   * - `too-little`: the next batch settles less than the rule asks for.
   * - `worth-it`: go on.
   */
  readonly reason: 'nothing-left' | 'no-tiers' | 'too-little' | 'worth-it';
}

/** What to review, in which order, and what comes of it. */
export interface Queue {
  /** Most worth first. */
  readonly entries: readonly QueueEntry[];
  /** Tiers that are expected to be wrong now. */
  readonly doubt: Expected;
  /** The next batch of reviews. */
  readonly next: Forecast;
  /** The same after several batches, up to all that is worth anything. */
  readonly later: readonly Forecast[];
  readonly advice: StopAdvice;
  /** Governments that are ranked: those whose tiers are spoken of. */
  readonly ranked: number;
}

export interface QueueInput extends Omit<LayoutInput, 'rates'> {
  /** What reviews found so far. */
  readonly outcomes: readonly Outcome[];
}

/** Batches that the outlook shows. */
const batchesShown = [1, 2, 4, 8, 16];

/**
 * Orders what is in doubt by what a review is expected to change in the published result. Weights
 * and aggregation stand as published, since no review settles them. Deterministic; O(draws × points
 * in doubt).
 */
export function measureQueue(input: QueueInput): Queue {
  const { assessment, uncertainty, rule, outcomes } = input;
  const rates = learnRates(outcomes, rule);
  const layout = layOutDoubts({ ...input, rates });
  const tierDraw = new TierDraw(assessment.tiering, rule.breaks);
  const worlds = new Worlds(layout, tierDraw, rule.draws, uncertainty.seed);
  // Worlds that chose the order would promise too much of it: what looks best there is partly luck.
  const judging = new Worlds(layout, tierDraw, rule.draws, uncertainty.seed + 1);
  const meter = new WorthMeter(worlds, rule['rank-weight']);
  const measured = layout.entries.map((entry, place) => ({ entry, place, worth: meter.of(entry) }));
  const sorted = measured.toSorted((a, b) => b.worth.worth - a.worth.worth || (a.entry.id < b.entry.id ? -1 : 1));
  const order = sorted.map(({ place }) => place);
  const steps = batchesShown.map((batches) => batches * rule.batch);
  const [next, ...later] = forecasts(judging, order, steps, uncertainty.interval);
  if (next === undefined) throw new Error('a forecast speaks of no review');
  return {
    entries: sorted.map(({ entry: { id, kind, findings, chance, surprise }, worth }) => ({
      ...{ id, kind, findings, chance, surprise },
      ...worth,
    })),
    doubt: next.before,
    next,
    later,
    advice: adviceOf(order.length, assessment.tiering.breaks.length > 0, next, rule),
    ranked: worlds.ranked,
  };
}

function adviceOf(entries: number, hasTiers: boolean, next: Forecast, rule: ReviewRule): StopAdvice {
  if (entries === 0) return { stop: true, reason: 'nothing-left' };
  if (!hasTiers) return { stop: true, reason: 'no-tiers' };
  if (next.settled.mean < rule['least-settled']) return { stop: true, reason: 'too-little' };
  return { stop: false, reason: 'worth-it' };
}
