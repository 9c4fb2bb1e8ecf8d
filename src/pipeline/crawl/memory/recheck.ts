import type { Capture } from '../../../model/capture.ts';
import { isRequested } from '../../../reading/inspection.ts';
import type { KeptPages } from '../../../store/packed-pages.ts';
import type { Target } from '../frontier/target.ts';
import type { Entry } from '../frontier/visit.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import {
  byRequest,
  isFromBrowser,
  isSameCapture,
  isSameDocument,
  type Recollection,
  recollectionKey,
  requestFor,
  seenAgain,
} from './recollection.ts';
import { RememberedPages } from './remembered-pages.ts';

/**
 * Asks again for everything that an earlier visit read over HTTP, until something has changed.
 * Pages are not parsed meanwhile, since the same answers lead to the same captures.
 *
 * Captures from a browser are not asked for again; the caller limits their age.
 */
export class Recheck {
  readonly before: ReadonlyMap<string, Capture>;
  readonly #recollection: Recollection;
  readonly #tonight = new Map<string, Capture>();
  #changed = false;

  constructor(recollection: Recollection) {
    this.#recollection = recollection;
    this.before = byRequest(recollection.captures.filter((capture) => !isFromBrowser(capture)));
  }

  /** The requests of the earlier visit that are made again. */
  requests(): Target[] {
    return [...this.before.values()].flatMap((capture) => requestFor(capture) ?? []);
  }

  /**
   * Compares an answer with the earlier one. Resolves to an entry without a page if they are the
   * same; otherwise to null, and the recheck is over.
   * @param make turns the answer into a capture
   */
  async compare(
    key: string,
    outcome: FetchOutcome,
    time: number,
    make: (outcome: FetchOutcome) => Promise<Capture>,
  ): Promise<Entry | null> {
    const before = this.before.get(key);
    if (before !== undefined && isSameDocument(outcome, before)) {
      const capture = seenAgain(before, outcome, time);
      this.#tonight.set(key, capture);
      return { capture, page: null };
    }
    // A 304 reached through other redirects: the full visit asks again without a condition.
    if (before === undefined || (outcome.ok && outcome.status === 304)) return this.giveUp();
    const capture = await make(outcome);
    this.#tonight.set(key, capture);
    return isSameCapture(capture, before) ? { capture, page: null } : this.giveUp();
  }

  /** Ends the recheck: something changed, or nobody can tell. */
  giveUp(): null {
    this.#changed = true;
    return null;
  }

  /** Tonight's captures by the key of their request. */
  get tonight(): ReadonlyMap<string, Capture> {
    return this.#tonight;
  }

  /**
   * The captures of a visit in which nothing changed, in their earlier order; null if something
   * did, or was not asked for.
   */
  unchanged(): Capture[] | null {
    if (this.#changed || this.#tonight.size < this.before.size) return null;
    return this.#recollection.captures.map((capture) => {
      const request = isFromBrowser(capture) ? null : requestFor(capture);
      return (request === null ? undefined : this.#tonight.get(recollectionKey(request))) ?? capture;
    });
  }
}

/** What a full visit may use of an earlier one. */
export interface Memory {
  /** Captures that replace requests, by the key of the request. */
  readonly tonight: ReadonlyMap<string, Capture>;
  /** Captures whose ETag and Last-Modified become conditions of requests. */
  readonly earlier: ReadonlyMap<string, Capture>;
  /** Data that pages rendered earlier tonight asked for. */
  readonly requested: readonly Capture[];
  readonly pages: RememberedPages | null;
}

/**
 * What a full visit may use of an earlier one.
 * @param tonight captures of the recheck that came before, by the key of their request; null if there was none
 * @param kept the pages that were kept of it, null if there are none
 */
export function recall(
  recollection: Recollection,
  tonight: ReadonlyMap<string, Capture> | null,
  kept: KeptPages | null,
): Memory {
  const { captures, from } = recollection;
  const pages = kept === null ? null : new RememberedPages(kept);
  if (from.when === 'earlier')
    return { tonight: tonight ?? new Map(), earlier: byRequest(captures), requested: [], pages };
  const settled = captures.filter(({ failure }) => failure === null || !from.again.includes(failure));
  return { tonight: byRequest(settled), earlier: new Map(), requested: settled.filter(isRequested), pages };
}
