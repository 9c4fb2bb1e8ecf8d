import type { Capture } from '../../../model/capture.ts';
import { isRequested } from '../../../reading/inspection.ts';
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
import type { RememberedPages } from './remembered-pages.ts';

/**
 * Asks for everything again that an earlier visit read over HTTP, and tells whether any of it changed. As long as nothing did, nothing is
 * parsed: a visit is a function of what the sites answer, so the same answers would lead to the same captures.
 *
 * What was done on pages in a browser is not done again; the caller bounds for how many days that may be believed.
 */
export class Review {
  readonly before: ReadonlyMap<string, Capture>;
  readonly #recollection: Recollection;
  readonly #tonight = new Map<string, Capture>();
  #changed = false;

  constructor(recollection: Recollection) {
    this.#recollection = recollection;
    this.before = byRequest(recollection.captures.filter((capture) => !isFromBrowser(capture)));
  }

  /** What has to be asked for again. */
  requests(): Target[] {
    return [...this.before.values()].flatMap((capture) => requestFor(capture) ?? []);
  }

  /** What answered a request: as an entry without a page when it is the same as before, else null, and the review is over. */
  async compare(
    key: string,
    outcome: FetchOutcome,
    time: number,
    make: (outcome: FetchOutcome) => Promise<Entry>,
  ): Promise<Entry | null> {
    const before = this.before.get(key);
    if (before !== undefined && isSameDocument(outcome, before)) {
      const capture = seenAgain(before, outcome, time);
      this.#tonight.set(key, capture);
      return { capture, page: null };
    }
    // A document that did not change, but that came by another way: the visit in full asks for it without a condition.
    if (before === undefined || (outcome.ok && outcome.status === 304)) return this.giveUp();
    const entry = await make(outcome);
    this.#tonight.set(key, entry.capture);
    return isSameCapture(entry.capture, before) ? { capture: entry.capture, page: null } : this.giveUp();
  }

  /** Something is not as it was, or cannot be told. */
  giveUp(): null {
    this.#changed = true;
    return null;
  }

  /** Captures of tonight by the request that they answer. */
  get tonight(): ReadonlyMap<string, Capture> {
    return this.#tonight;
  }

  /** The captures of a visit in which nothing changed, in their earlier order; null when something did or was not asked for. */
  unchanged(): Capture[] | null {
    if (this.#changed || this.#tonight.size < this.before.size) return null;
    return this.#recollection.captures.map((capture) => {
      const request = isFromBrowser(capture) ? null : requestFor(capture);
      return (request === null ? undefined : this.#tonight.get(recollectionKey(request))) ?? capture;
    });
  }
}

/** What a visit in full may use of an earlier one. */
export interface Memory {
  /** Captures in the place of requests. */
  readonly tonight: ReadonlyMap<string, Capture>;
  /** Captures as conditions for requests. */
  readonly earlier: ReadonlyMap<string, Capture>;
  /** What pages rendered earlier tonight asked for. */
  readonly requested: readonly Capture[];
  readonly pages: RememberedPages | null;
}

/** @param review the questions whether anything had changed, when such were asked before the visit in full. */
export function recall(recollection: Recollection, review: Review | null): Memory {
  const { captures, from } = recollection;
  const pages = recollection.pages?.() ?? null;
  if (from.when === 'earlier')
    return { tonight: review?.tonight ?? new Map(), earlier: byRequest(captures), requested: [], pages };
  const settled = captures.filter(({ failure }) => failure === null || !from.again.includes(failure));
  return { tonight: byRequest(settled), earlier: new Map(), requested: settled.filter(isRequested), pages };
}
