import type { FailureClass } from '../../../model/failure.ts';
import type { RequestedData } from './requested.ts';

/** One hop of a redirect chain. */
export interface Hop {
  readonly url: string;
  readonly status: number;
}

/** The visit whose request brought a reply that others share. */
export interface TakenFrom {
  /** Code of its government. */
  readonly government: string;
  /** ISO 8601 UTC, when its response was complete. */
  readonly time: string;
}

export interface FetchedBody {
  readonly ok: true;
  readonly finalUrl: string;
  readonly redirects: readonly Hop[];
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** After decompression. */
  readonly body: Buffer;
  /** Certificate verdict: `ok`, the code of the strict check's error, or null for http. */
  readonly tls: string | null;
  /** The connection ended before the document did; `body` is its first part. */
  readonly cut?: boolean;
  /** A picture of the page, when a browser acted on it. */
  readonly screenshot?: Buffer | null;
  /** Of a rendered page: scripts and requests for data that failed. */
  readonly missed?: number;
  /** Of a rendered page: some of these were of hosts whose operators do not want to be visited. */
  readonly withheld?: boolean;
  /** Of a rendered page: what its scripts asked for. */
  readonly requested?: readonly RequestedData[];
  /** One line about what was not done on the page. */
  readonly remark?: string;
  /** Another visit's request brought this reply. */
  readonly takenFrom?: TakenFrom;
  /** No request was sent: other visits' requests brought this reply and every redirect to it. */
  readonly unsent?: true;
}

export interface FetchFailure {
  readonly ok: false;
  readonly finalUrl: string;
  readonly redirects: readonly Hop[];
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** What came all the same (the body of an error page), for recognising walls. */
  readonly body: Buffer | null;
  readonly tls: string | null;
  readonly failure: FailureClass;
  readonly detail: string;
  /** What the page looked like when it failed. */
  readonly screenshot?: Buffer | null;
  /** No request was sent: other visits' requests brought every redirect that led here. */
  readonly unsent?: true;
}

export type FetchOutcome = FetchedBody | FetchFailure;

/** The outcome of a request that was never sent, or that broke in our own hands. */
export function unfetched(
  url: string,
  failure: Extract<FailureClass, 'needs-browser' | 'our-fault'>,
  detail: string,
): FetchFailure {
  return { ok: false, finalUrl: url, redirects: [], status: null, headers: {}, body: null, tls: null, failure, detail };
}
