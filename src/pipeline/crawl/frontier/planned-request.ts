import type { Government } from '../../../model/government.ts';
import type { Target } from './target.ts';

/** What is known of the visit that a request belongs to by those who carry the request out. */
export interface VisitFacts {
  readonly government: Government;
  /** Milliseconds until the visit must end; 0 when it is over. */
  timeLeft(now: number): number;
}

/** A request of a visit, as those see it who carry it out. */
export interface PlannedRequest {
  readonly visit: VisitFacts;
  readonly target: Target;
  /** Host whose gate the request passes first. */
  readonly host: string;
  /** Not before this moment on the steady clock; for retries. */
  readonly notBefore: number;
}

/** Whether a request would start at once if it were given now. */
export type MayStart = (request: PlannedRequest) => boolean;

/** Host and port of an address; empty for one that cannot be read. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '';
}
