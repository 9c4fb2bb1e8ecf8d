/** Wrong passwords that cost nothing; each one after them doubles the wait. */
const free = 4;
/** Seconds: the first wait, and the longest. */
const waits = { first: 2, longest: 900 } as const;
/** Milliseconds after which failures are forgotten. */
const memory = 60 * 60_000;
/** Names and all log-ins together are counted; this many names are remembered. */
const mostNames = 5000;
/** Log-ins of all names in a minute; a hash takes a tenth of a second of one core. */
const mostTogether = 60;

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** Slows down who guesses passwords: name by name, and all together. */
export class Throttle {
  readonly #names = new Map<string, Failures>();
  #minute: { readonly began: number; readonly count: number } = { began: 0, count: 0 };

  /** Seconds until the next try is heard; 0 for at once. @param now milliseconds since 1970 */
  waitOf(name: string, now: number): number {
    const together = now - this.#minute.began < 60_000 && this.#minute.count >= mostTogether;
    const all = together ? Math.ceil((this.#minute.began + 60_000 - now) / 1000) : 0;
    const failures = this.#names.get(keyOf(name));
    if (failures === undefined || failures.count < free || now - failures.last > memory) return all;
    const wait = Math.min(waits.longest, waits.first * 2 ** (failures.count - free));
    return Math.max(all, Math.ceil((failures.last + wait * 1000 - now) / 1000), 0);
  }

  failed(name: string, now: number): void {
    const key = keyOf(name);
    const known = this.#names.get(key);
    const count = known === undefined || now - known.last > memory ? 1 : known.count + 1;
    this.#names.delete(key);
    this.#names.set(key, { count, last: now });
    for (const [old] of this.#names) if (this.#names.size > mostNames) this.#names.delete(old);
    const isSame = now - this.#minute.began < 60_000;
    this.#minute = isSame ? { ...this.#minute, count: this.#minute.count + 1 } : { began: now, count: 1 };
  }

  succeeded(name: string): void {
    this.#names.delete(keyOf(name));
  }
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().slice(0, 100);
}
