import type { Pack } from '../../config/pack.ts';
import { findingKey } from '../../model/finding.ts';
import type { AssessedState } from '../../pipeline/assessment/assessed-state.ts';
import { runUnderWay } from '../../pipeline/operations/nightly/run-lock.ts';
import type { EditionFacts } from '../../scoring/statements/facts.ts';
import type { Store } from '../../store/store.ts';
import { type Drawn, drawUncertainty } from '../draw-uncertainty.ts';
import { Latest } from '../latest.ts';
import { type FrozenState, frozenState, type LiveState, liveState, type StateChoice } from '../state.ts';
import { stateStamp } from '../state-stamp.ts';
import { type AssessedParts, assessedParts } from './desk/assessed-parts.ts';
import type { Desk } from './desk/desk.ts';

/** A state with its scores, read once and shown by every page until something changes. */
export interface Snapshot {
  /** Names what it was read from; another text means that the figures may be others. */
  readonly stamp: string;
  readonly state: FrozenState | LiveState;
  readonly assessed: AssessedState;
  /** Whether something has changed since, and the new state is being computed. */
  readonly isBehind: boolean;
  /** When it was computed, ISO 8601. */
  readonly made: string;
  /** Whether a run goes on that it rests on, so that it changes with every visit. */
  readonly isUnderWay: boolean;
  /** Means and spreads. */
  facts(): EditionFacts;
  /** How sure ranks and tiers are; null while that is being simulated. */
  drawn(): Drawn | null;
  /** Resolves when it has been simulated; starts the simulation. */
  draw(): Promise<Drawn>;
}

/** Choices whose newest snapshot is kept: what is known now, and editions and runs that somebody looks at. */
const kept = 5;
/** Least pause (ms) between two computations of what changes with every visit of a run. */
export const movingPause = 10_000;

/**
 * Assessed states of a data folder, each computed once. One query, one number: whatever page prints a
 * score takes it from here. With a desk nobody waits for a change to be computed: until then the
 * earlier state is shown, which says so.
 */
export class Snapshots {
  readonly #pack: Pack;
  readonly #desk: Desk | null;
  readonly #latest: Latest<Snapshot>;
  #checked: { readonly version: string; readonly stamps: Map<string, string> } | null = null;

  /** @param desk computes states beside the pages; null: they are computed here, and waited for */
  constructor(pack: Pack, desk: Desk | null = null) {
    this.#pack = pack;
    this.#desk = desk;
    this.#latest = new Latest({ kept, waits: desk === null });
  }

  /**
   * The state of a choice as it is now, or as it was before the last change.
   *
   * @throws UsageError for an unknown run or edition, and when both are named.
   */
  async of(store: Store, choice: StateChoice = {}): Promise<Snapshot> {
    const stamp = await this.stampOf(store, choice);
    const { value, isBehind, made } = await this.#latest.of({
      ...{ key: keyOf(choice), stamp },
      make: async () => {
        const parts =
          this.#desk === null ? await assessedParts(store, this.#pack, choice) : await this.#desk.ask('assess', choice);
        return snapshotOf(this.#pack, store, parts, stamp);
      },
      pauseAfter: ({ isUnderWay }) => (isUnderWay ? movingPause : 0),
    });
    const snapshot = isBehind ? { ...value, isBehind, made } : value;
    // A run that was broken off stays unfinished, and changes no more.
    if (!value.isUnderWay || (await runUnderWay(store.locks))) return snapshot;
    return { ...snapshot, isUnderWay: false };
  }

  /**
   * A text that stays the same while nothing changes that a state is made of.
   *
   * @throws UsageError for an unknown run.
   */
  async stampOf(store: Store, choice: StateChoice = {}): Promise<string> {
    const key = keyOf(choice);
    const version = await store.version();
    if (this.#checked?.version !== version) this.#checked = { version, stamps: new Map() };
    const { stamps } = this.#checked;
    const known = stamps.get(key);
    if (known !== undefined) return known;
    const stamp = await stateStamp(store, choice);
    stamps.set(key, stamp);
    return stamp;
  }
}

function keyOf({ run, edition }: StateChoice): string {
  return JSON.stringify([run ?? null, edition ?? null]);
}

function snapshotOf(pack: Pack, store: Store, { held, assessed, facts }: AssessedParts, stamp: string): Snapshot {
  const opened =
    held.kind === 'runs' ? liveState(store, pack, held.current) : frozenState(store, held.frozen, held.nature);
  let drawn: Drawn | null = null;
  let drawing: Promise<Drawn> | null = null;
  const draw = async (): Promise<Drawn> => {
    drawn = await drawUncertainty(pack, assessed, () => undefined);
    return drawn;
  };
  return {
    stamp,
    state: withKnownStale(opened, assessed),
    assessed,
    isBehind: false,
    made: new Date().toISOString(),
    isUnderWay: opened.kind === 'runs' && opened.layers.some(({ finished, failure }) => finished === null && !failure),
    facts: () => facts,
    drawn: () => drawn,
    draw: () => {
      drawing ??= draw();
      return drawing;
    },
  };
}

/** The state with what was known before as it was read for the scores, which is a search of all nights. */
function withKnownStale<State extends FrozenState | LiveState>(state: State, { stale }: AssessedState): State {
  return {
    ...state,
    stale: async (findings) =>
      new Map(
        findings.flatMap((finding) => {
          const found = stale.get(findingKey(finding));
          return found === undefined ? [] : [[findingKey(finding), found] as const];
        }),
      ),
  };
}
