import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';

/** One request of a visit as it is repeated in simulated time. */
export interface TracedRequest {
  readonly method: 'GET' | 'POST';
  /** Every hop, the final address last. */
  readonly urls: readonly string[];
}

/** The requests of one visit: those of a wave go out together, and the next wave waits for them. */
export interface TracedVisit {
  readonly government: Government;
  readonly waves: readonly (readonly TracedRequest[])[];
}

/** Requests of a visit in flight at once, as in the crawl. */
const waveSize = 6;

/**
 * The requests over HTTP behind the captures of a visit, in the waves that they can have been made
 * in: six at a time, and none before the page that names it.
 * @param captures in the order recorded
 */
export function tracedVisit(government: Government, captures: readonly Capture[]): TracedVisit {
  const waves: TracedRequest[][] = [];
  let wave: TracedRequest[] = [];
  let named = new Set<string>();
  for (const { via, url, finalUrl, redirects, from, request } of captures) {
    if (via !== 'http' || !URL.canParse(url)) continue;
    if (wave.length >= waveSize || (from !== null && named.has(from))) {
      waves.push(wave);
      wave = [];
      named = new Set();
    }
    const urls = redirects.length === 0 ? [url] : [...redirects.map((hop) => hop.url), finalUrl];
    wave.push({ method: request?.method ?? 'GET', urls });
    named.add(finalUrl);
  }
  if (wave.length > 0) waves.push(wave);
  return { government, waves };
}
