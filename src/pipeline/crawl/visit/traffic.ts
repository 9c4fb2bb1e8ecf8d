import type { FetchOutcome } from '../outcome/fetch-outcome.ts';

/**
 * Requests that one visit made and what they brought; answers from memory and of other visits'
 * requests are not counted.
 */
export class Traffic {
  /** A second try and a rendering count once each; the redirects of a request do not count. */
  requests: number;
  /** Size of the bodies received, after decompression. */
  bytes: number;

  /** @param before what was counted already */
  constructor(before: { readonly requests: number; readonly bytes: number } = { requests: 0, bytes: 0 }) {
    this.requests = before.requests;
    this.bytes = before.bytes;
  }

  /** Counts a request with the documents that it brought, several for a conversation. */
  count(...outcomes: readonly FetchOutcome[]): void {
    // Without a browser, nothing was sent.
    if (outcomes.every((outcome) => outcome.unsent || (!outcome.ok && outcome.failure === 'needs-browser'))) return;
    this.requests++;
    for (const outcome of outcomes) {
      if (!outcome.ok || outcome.takenFrom === undefined) this.bytes += outcome.body?.length ?? 0;
      for (const { body } of (outcome.ok ? outcome.requested : null) ?? []) this.bytes += body.length;
    }
  }
}
