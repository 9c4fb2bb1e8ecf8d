/** An answer, and whether it is still the newest. */
export interface Shown<Value> {
  readonly value: Value;
  /** Whether something has changed since, and the answer is being made again. */
  readonly isBehind: boolean;
  /** When it was asked for, ISO 8601: what happened later is not in it. */
  readonly made: string;
}

/** What is asked for, and how it is made. */
export interface Asked<Value> {
  /** Names the answer, whatever state of the data it is made of. */
  readonly key: string;
  /** Stays the same while nothing changes that the answer is made of. */
  readonly stamp: string;
  make(): Promise<Value>;
  /** Least time (ms) before it is made again; for what changes with every visit of a run. Default 0. */
  pauseAfter?(value: Value): number;
  /** Whether it stands as long as the stamp; false: it is made again soon. Default true. */
  isFinal?(value: Value): boolean;
}

export interface LatestSettings {
  /** Answers that are kept; what was asked for last is forgotten last. */
  readonly kept: number;
  /** Whether whoever asks waits for the newest answer, since nothing makes it beside the pages. */
  readonly waits: boolean;
}

/** A pause lasts at least so many times as long as making the answer took. */
const rest = 5;

interface Newest<Value> {
  readonly value: Value;
  /** Null where it is to be made again. */
  readonly stamp: string | null;
  readonly made: string;
}

interface Slot<Value> {
  newest: Newest<Value> | null;
  making: Promise<Newest<Value>> | null;
  /** When it may be made again, in milliseconds since 1970. */
  next: number;
}

/**
 * Answers that take long, each made once for all who ask. After a change the earlier answer is given at
 * once, and says so, while the newer one is being made.
 */
export class Latest<Value> {
  readonly #settings: LatestSettings;
  readonly #slots = new Map<string, Slot<Value>>();

  constructor(settings: LatestSettings) {
    this.#settings = settings;
  }

  /** @throws what making the answer throws, where there is no earlier one. */
  async of(asked: Asked<Value>): Promise<Shown<Value>> {
    const slot = this.#slotOf(asked.key);
    const { newest } = slot;
    if (newest !== null && newest.stamp === asked.stamp) return shown(newest, false);
    const { waits } = this.#settings;
    const isDue = newest === null || waits || Date.now() >= slot.next;
    if (slot.making === null && isDue) slot.making = this.#make(slot, asked);
    if (newest !== null && !waits) return shown(newest, true);
    return shown(await (slot.making ?? this.#make(slot, asked)), false);
  }

  #slotOf(key: string): Slot<Value> {
    const slot = this.#slots.get(key) ?? { newest: null, making: null, next: 0 };
    this.#slots.delete(key);
    this.#slots.set(key, slot);
    for (const [old] of this.#slots) if (this.#slots.size > this.#settings.kept) this.#slots.delete(old);
    return slot;
  }

  #make(slot: Slot<Value>, { stamp, make, pauseAfter, isFinal }: Asked<Value>): Promise<Newest<Value>> {
    const began = Date.now();
    const making = make()
      .then((value): Newest<Value> => {
        const pause = pauseAfter?.(value) ?? 0;
        const newest = {
          value,
          stamp: isFinal?.(value) === false ? null : stamp,
          made: new Date(began).toISOString(),
        };
        slot.newest = newest;
        slot.next = pause === 0 ? 0 : Date.now() + Math.max(pause, rest * (Date.now() - began));
        return newest;
      })
      .finally(() => {
        slot.making = null;
      });
    // Whoever waits for it is told; where an earlier answer is shown, the next request tries again.
    making.catch(() => undefined);
    return making;
  }
}

function shown<Value>({ value, made }: Newest<Value>, isBehind: boolean): Shown<Value> {
  return { value, isBehind, made };
}
