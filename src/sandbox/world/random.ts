/** 32-bit mixer (murmur3 finalizer): every input bit affects every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Unsigned 32-bit hash of numbers and strings, in order; the source of all randomness in the
 * country.
 */
export function hash(...parts: readonly (string | number)[]): number {
  let h = 0x9e3779b9;
  for (const part of parts) {
    if (typeof part === 'number') {
      h = mix(h ^ mix(part + 0x51ed270b));
    } else {
      for (let at = 0; at < part.length; at += 1) h = Math.imul(h ^ part.charCodeAt(at), 0x01000193);
      h = mix(h ^ part.length);
    }
  }
  return h >>> 0;
}

/** A deterministic pseudo-random stream. */
export class Random {
  #state: number;

  constructor(...seed: readonly (string | number)[]) {
    this.#state = hash(...seed);
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix(this.#state) / 0x1_0000_0000;
  }

  /** Integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Chooses by weight; weights need not sum to one. */
  weighted<Item>(choices: readonly (readonly [Item, number])[]): Item {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of choices) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(choices)[0];
  }

  /** Keeps every item with the given probability, in order. */
  some<Item>(items: readonly Item[], probability: number): Item[] {
    return items.filter(() => this.chance(probability));
  }

  /** A new array in random order (Fisher-Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const order = items.slice();
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.next() * (at + 1));
      const held = order[at];
      const swapped = order[other];
      if (held === undefined || swapped === undefined) continue;
      order[at] = swapped;
      order[other] = held;
    }
    return order;
  }

  /** Roughly normal, mean 0, standard deviation 1 (sum of three uniforms, scaled). */
  normal(): number {
    return (this.next() + this.next() + this.next() - 1.5) * 2;
  }

  /**
   * Log-normal integer around `median`, limited to the range: many small values and a long tail, as
   * on real platforms.
   */
  skewed(median: number, spread: number, low: number, high: number): number {
    return Math.min(high, Math.max(low, Math.round(median * Math.exp(this.normal() * spread))));
  }
}
