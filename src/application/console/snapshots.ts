import type { Pack } from '../../config/pack.ts';
import { findingKey } from '../../model/finding.ts';
import type { AssessedState } from '../../pipeline/assessment/assessed-state.ts';
import type { EditionFacts } from '../../scoring/statements/facts.ts';
import { chooseRuns } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { assessOpened } from '../assessed-state.ts';
import { type Drawn, drawUncertainty } from '../draw-uncertainty.ts';
import { factsOfState } from '../report-earlier.ts';
import { type FrozenState, type LiveState, openState, type StateChoice } from '../state.ts';

/** A state with its scores, read once and shown by every page until something changes. */
export interface Snapshot {
  /** Names what it was read from; another text means that the figures may be others. */
  readonly stamp: string;
  readonly state: FrozenState | LiveState;
  readonly assessed: AssessedState;
  /** Means and spreads, computed when they are first asked for. */
  facts(): EditionFacts;
  /** How sure ranks and tiers are; null while that is being simulated. */
  drawn(): Drawn | null;
  /** Resolves when it has been simulated; starts the simulation. */
  draw(): Promise<Drawn>;
}

/** Snapshots that are kept beside the newest one: editions and runs that somebody looks at. */
const kept = 4;

/**
 * Assessed states of a data folder, each computed once. One query, one number: whatever page prints a
 * score takes it from here.
 */
export class Snapshots {
  readonly #pack: Pack;
  readonly #known = new Map<string, Promise<Snapshot>>();
  #checked: { readonly version: string; readonly stamps: Map<string, string> } | null = null;

  constructor(pack: Pack) {
    this.#pack = pack;
  }

  /**
   * The state of a choice as it is now.
   *
   * @throws UsageError for an unknown run or edition, and when both are named.
   */
  async of(store: Store, choice: StateChoice = {}): Promise<Snapshot> {
    const stamp = await this.#stampOf(store, choice);
    const found = this.#known.get(stamp);
    if (found !== undefined) {
      // What was used last is forgotten last.
      this.#known.delete(stamp);
      this.#known.set(stamp, found);
      return found;
    }
    const made = this.#make(store, choice, stamp);
    this.#known.set(stamp, made);
    made.catch(() => this.#known.delete(stamp));
    for (const [old] of this.#known) if (this.#known.size > kept) this.#known.delete(old);
    return made;
  }

  /** A text that stays the same while nothing changes that the state is made of. */
  async #stampOf(store: Store, choice: StateChoice): Promise<string> {
    const version = await store.version();
    if (this.#checked?.version !== version) this.#checked = { version, stamps: new Map() };
    const { stamps } = this.#checked;
    const key = JSON.stringify([choice.run ?? null, choice.edition ?? null]);
    const known = stamps.get(key);
    if (known !== undefined) return known;
    const stamp = await stampOf(store, choice, key);
    stamps.set(key, stamp);
    return stamp;
  }

  async #make(store: Store, choice: StateChoice, stamp: string): Promise<Snapshot> {
    const opened = await openState(store, this.#pack, choice);
    const assessed = await assessOpened(store, this.#pack, opened);
    let facts: EditionFacts | null = null;
    let drawn: Drawn | null = null;
    let drawing: Promise<Drawn> | null = null;
    const draw = async (): Promise<Drawn> => {
      drawn = await drawUncertainty(this.#pack, assessed, () => undefined);
      return drawn;
    };
    return {
      stamp,
      state: withKnownStale(opened, assessed),
      assessed,
      facts: () => {
        facts ??= factsOfState(this.#pack, assessed);
        return facts;
      },
      drawn: () => drawn,
      draw: () => {
        drawing ??= draw();
        return drawing;
      },
    };
  }
}

async function stampOf(store: Store, { run, edition }: StateChoice, key: string): Promise<string> {
  if (edition !== undefined) return `${key} ${(await store.editions.find(edition))?.sha256 ?? ''}`;
  const { run: base, overlaid } = await chooseRuns(store, run);
  const reviews = await store.reviews.list();
  const newest = reviews.reduce((last, { id, withdrawal }) => Math.max(last, id, withdrawal?.id ?? 0), 0);
  const layers: string[] = [];
  for (const { id, finished } of [base, ...overlaid]) {
    const visits = finished === null ? await store.visits.count(id) : finished;
    layers.push(`${id} ${visits}`);
  }
  return [key, ...layers, newest].join(' ');
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
