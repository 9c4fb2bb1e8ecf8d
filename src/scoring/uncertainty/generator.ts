const twoTo32 = 2 ** 32;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018): period 2^128 - 1, 32 bits a step, passes BigCrush.
 * The linear congruential generator of d3-random is not enough here: its state of 32 bits repeats
 * after 4.3 × 10^9 numbers and its low bits much sooner, while 10,000 draws over 337 governments
 * take some 6 × 10^7. d3-random's distributions are drawn from this source.
 */
export class Generator {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 1;

  /**
   * Goes to the beginning of a stream. Streams of different numbers are independent for all
   * practical purposes.
   */
  start(seed: number, stream: number, index: number): void {
    // The first number comes from the second word: that one must depend on all three.
    this.#a = mix(mix(seed ^ 0x9e37_79b9) ^ index);
    this.#b = mix(mix(this.#a ^ stream) ^ 0xc2b2_ae3d);
    this.#c = mix(this.#b ^ 0x27d4_eb2f);
    // All zero is the one state it never leaves.
    this.#d = mix(this.#c ^ this.#a) | 1;
  }

  /** Sets the four words of the state; not all zero. */
  setState(a: number, b: number, c: number, d: number): void {
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    this.#d = d | 0;
  }

  /** An integer 0..2^32 - 1. */
  next(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** As many calls of `next` as the target is long, several times faster. */
  fill(target: Uint32Array): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    for (let index = 0; index < target.length; index += 1) {
      const scrambled = Math.imul(b, 5);
      target[index] = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    this.setState(a, b, c, d);
  }

  /**
   * As many calls of `next` as there are limits, and where their results do not exceed them.
   * @param hits gets the places of these limits; at least as long as `limits`.
   * @returns how many there are.
   */
  withinLimits(limits: Uint32Array, hits: Uint32Array): number {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    let count = 0;
    for (let index = 0; index < limits.length; index += 1) {
      const scrambled = Math.imul(b, 5);
      const drawn = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
      if (drawn <= (limits[index] ?? 0)) {
        hits[count] = index;
        count += 1;
      }
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    this.setState(a, b, c, d);
    return count;
  }

  /**
   * A number 0 <= x < 1 with 32 random bits; bound, so that it can be handed to d3-random as a
   * source.
   */
  readonly uniform = (): number => this.next() / twoTo32;
}

/**
 * The finalizer of MurmurHash3: a bijection in which every bit of the input changes about half of
 * the output.
 */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
