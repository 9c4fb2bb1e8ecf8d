import type { Night } from './simulate.ts';

/** When a host was not asked although its pause was over; all times in seconds. */
export interface Gaps {
  /** Before the first of its visits had begun, or while none that needs it was open. */
  readonly notBegun: number;
  /** While open visits needed it and had no request for it ready. */
  readonly heldUp: number;
  /** After its last request, until the night ended. */
  readonly after: number;
  /** The longest five of the first two, with the visits that were open and needed the host. */
  readonly longest: readonly { readonly from: number; readonly seconds: number; readonly waiting: readonly string[] }[];
}

/**
 * The gaps in which a host was idle.
 * @param pause milliseconds between two requests
 */
export function gapsOf(host: string, { starts, visits, seconds }: Night, pause: number): Gaps {
  const asked = starts.filter((start) => start.host === host);
  const last = new Map(asked.map(({ government, at }) => [government, at]));
  const gaps: { from: number; seconds: number; waiting: string[] }[] = [];
  let [notBegun, heldUp, free] = [0, 0, 0];
  for (const { at } of asked) {
    const idle = (at - free) / 1000;
    if (idle > 0) {
      const waiting = [...last].filter(
        ([code, end]) => end >= at && (visits.get(code)?.began ?? Number.POSITIVE_INFINITY) <= free,
      );
      if (waiting.length === 0) notBegun += idle;
      else heldUp += idle;
      gaps.push({ from: free / 1000, seconds: idle, waiting: waiting.map(([code]) => code) });
    }
    free = at + pause;
  }
  const longest = gaps.sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  return { notBegun, heldUp, after: Math.max(0, seconds - free / 1000), longest };
}
