/** All files together, in bytes: the scripts of a few hundred sites. */
const room = 48 * 1024 * 1024;
const largestFile = 2 * 1024 * 1024;
/** The pages of one visit are shown within so long, in milliseconds. */
const freshFor = 15 * 60_000;

/** A script or style sheet as it came. */
export interface KeptFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Headers that speak of the way a body came and not of the body. */
const ofTheWay = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'set-cookie',
  'date',
]);

/**
 * Cache of scripts and style sheets that pages of one site share, oldest out first; Chromium's own
 * cache is off where requests are intercepted.
 */
export class KeptFiles {
  readonly #files = new Map<string, KeptFile & { readonly until: number }>();
  #size = 0;

  get(url: string, now: number): KeptFile | null {
    const known = this.#files.get(url);
    if (known === undefined) return null;
    if (known.until > now) return known;
    this.#drop(url);
    return null;
  }

  keep(url: string, headers: Readonly<Record<string, string>>, body: Buffer, now: number): void {
    if (body.length === 0 || body.length > largestFile || !mayKeep(headers)) return;
    this.#drop(url);
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheWay.has(name)));
    this.#files.set(url, { headers: kept, body, until: now + freshFor });
    this.#size += body.length;
    for (const oldest of this.#files.keys()) {
      if (this.#size <= room) break;
      this.#drop(oldest);
    }
  }

  #drop(url: string): void {
    this.#size -= this.#files.get(url)?.body.length ?? 0;
    this.#files.delete(url);
  }
}

/** Whether a file that came with these headers may be kept for a while, and is no larger than all that are. */
export function mayKeep(headers: Readonly<Record<string, string>>): boolean {
  if (Number(headers['content-length'] ?? 0) > largestFile) return false;
  return !/no-store|no-cache|private|max-age=0\b/iu.test(headers['cache-control'] ?? '') && headers.vary !== '*';
}
