import type { Pack } from '../../config/pack.ts';
import { findingKey } from '../../model/finding.ts';
import type { AssessedState } from '../../pipeline/assessment/assessed-state.ts';
import type { EditionFacts } from '../../scoring/statements/facts.ts';
import type { Store } from '../../store/store.ts';
import { type Drawn, drawUncertainty } from '../draw-uncertainty.ts';
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
/** Least pause (ms) between two computations of a state that changes with every visit of a run. */
const pause = 10_000;
/** A state that takes long is computed again after so many times as long. */
const rest = 5;

/** The newest snapshot of a choice, and the one that is being made. */
interface Slot {
  newest: Snapshot | null;
  making: Promise<Snapshot> | null;
  /** When it may be made again, in milliseconds since 1970. */
  next: number;
}

/**
 * Assessed states of a data folder, each computed once. One query, one number: whatever page prints a
 * score takes it from here. With a desk nobody waits for a change to be computed: until then the
 * earlier state is shown, which says so.
 */
export class Snapshots {
  readonly #pack: Pack;
  readonly #desk: Desk | null;
  readonly #slots = new Map<string, Slot>();
  #checked: { readonly version: string; readonly stamps: Map<string, string> } | null = null;

  /** @param desk computes states beside the pages; null: they are computed here, and waited for */
  constructor(pack: Pack, desk: Desk | null = null) {
    this.#pack = pack;
    this.#desk = desk;
  }

  /**
   * The state of a choice as it is now, or as it was before the last change.
   *
   * @throws UsageError for an unknown run or edition, and when both are named.
   */
  async of(store: Store, choice: StateChoice = {}): Promise<Snapshot> {
    const key = JSON.stringify([choice.run ?? null, choice.edition ?? null]);
    const stamp = await this.#stampOf(store, choice, key);
    const slot = this.#slotOf(key);
    const { newest } = slot;
    if (newest?.stamp === stamp) return newest;
    if (slot.making === null && (newest === null || Date.now() >= slot.next)) this.#make(store, choice, stamp, slot);
    if (newest !== null && this.#desk !== null) return { ...newest, isBehind: true };
    return slot.making ?? this.of(store, choice);
  }

  /** What was used last is forgotten last. */
  #slotOf(key: string): Slot {
    const slot = this.#slots.get(key) ?? { newest: null, making: null, next: 0 };
    this.#slots.delete(key);
    this.#slots.set(key, slot);
    for (const [old] of this.#slots) if (this.#slots.size > kept) this.#slots.delete(old);
    return slot;
  }

  #make(store: Store, choice: StateChoice, stamp: string, slot: Slot): void {
    const began = Date.now();
    const parts = this.#desk === null ? assessedParts(store, this.#pack, choice) : this.#desk.ask('assess', choice);
    const making = parts.then((found) => {
      const made = snapshotOf(this.#pack, store, found, stamp);
      slot.newest = made;
      slot.next = made.isUnderWay ? Date.now() + Math.max(pause, rest * (Date.now() - began)) : 0;
      return made;
    });
    slot.making = making;
    // Whoever waits for it is told; where an earlier state is shown, the next request tries again.
    making
      .catch(() => undefined)
      .finally(() => {
        slot.making = null;
      });
  }

  /** A text that stays the same while nothing changes that the state is made of. */
  async #stampOf(store: Store, choice: StateChoice, key: string): Promise<string> {
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
