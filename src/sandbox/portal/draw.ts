/** FNV-1a over UTF-16 code units with a seed; 32 bits. */
export function hash(seed: number, key: string): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < key.length; index++) {
    value ^= key.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  value ^= value >>> 16;
  value = Math.imul(value, 0x7feb352d) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

/** A deterministic stream of random choices that depends only on seed and key. */
export class Draw {
  private state: number;

  constructor(seed: number, key: string) {
    this.state = hash(seed, key);
  }

  /** 0 <= result < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('cannot pick from an empty list');
    return item;
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = Math.floor(this.next() * (index + 1));
      const here = copy[index] as Item;
      copy[index] = copy[other] as Item;
      copy[other] = here;
    }
    return copy;
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    let digits = '';
    while (digits.length < length)
      digits += hash(Math.floor(this.next() * 4294967296), 'hex')
        .toString(16)
        .padStart(8, '0');
    return digits.slice(0, length);
  }
}
