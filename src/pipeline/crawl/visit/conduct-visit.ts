import type { Capture } from '../../../model/capture.ts';
import type { Government, SiteKind } from '../../../model/government.ts';
import { follow } from '../frontier/follow/follow.ts';
import { type Entry, Visit } from '../frontier/visit.ts';
import { Recheck, recall } from '../memory/recheck.ts';
import type { Recollection } from '../memory/recollection.ts';
import { FullHandler } from './full-handler.ts';
import { RecheckHandler } from './recheck-handler.ts';
import { Traffic } from './traffic.ts';
import type { VisitDeps } from './visit-deps.ts';

/** A complete visit. */
export interface VisitResult {
  readonly government: Government;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly seconds: number;
  /** Requests made for it, a recheck included. */
  readonly requests: number;
  /** Bytes received for it, a recheck included. */
  readonly bytes: number;
  readonly outcome: VisitOutcome;
}

/** What a full visit read, or the captures of a recheck that found nothing changed. */
export type VisitOutcome =
  | { readonly changed: false; readonly captures: readonly Capture[] }
  | {
      readonly changed: true;
      /** All captures with their pages, read from the shelf now. */
      readonly entries: () => readonly Entry[];
      readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
      /** Forgets the pages. */
      readonly close: () => void;
    };

/**
 * Conducts the visit of one government: a recheck where the findings of an earlier visit would
 * still hold, and the full visit unless that found nothing changed. Resolves to null if the
 * collection was aborted meanwhile.
 */
export async function conductVisit(
  deps: VisitDeps,
  government: Government,
  recollection: Recollection | null,
): Promise<VisitResult | null> {
  const { clock, signal } = deps;
  const started = clock.now();
  const began = clock.steady();
  const traffic = new Traffic();
  const result = (outcome: VisitOutcome): VisitResult => {
    const { requests, bytes } = traffic;
    return { government, started, seconds: (clock.steady() - began) / 1000, requests, bytes, outcome };
  };
  const recheck = recollection?.findingsHold ? new Recheck(recollection) : null;
  if (recheck !== null) {
    await runRecheck(deps, government, recheck, traffic);
    if (signal.aborted) return null;
    const captures = recheck.unchanged();
    if (captures !== null) return result({ changed: false, captures });
  }
  const visit = new Visit({
    government,
    settings: deps.settings,
    follow: (of, entry) => follow(deps.follow, of, entry),
    askMore: deps.askMore,
    pages: deps.shelf.open(),
    now: clock.steady(),
  });
  const memory =
    recollection === null ? null : recall(recollection, recheck, await keptPages(deps, government, recollection));
  await deps.frontiers.open(visit, new FullHandler(deps, memory, traffic));
  if (!signal.aborted)
    return result({
      changed: true,
      entries: () => visit.entries(),
      unread: visit.unread(),
      close: () => visit.close(),
    });
  visit.close();
  return null;
}

/** What was read out of the pages of the earlier visit; null where nothing was kept. */
async function keptPages(
  { pages }: VisitDeps,
  { code }: Government,
  { pagesKey }: Recollection,
): Promise<Readonly<Record<string, object>> | null> {
  return pagesKey === null ? null : pages.read(code, pagesKey);
}

/** Resolves when everything was asked for again, or something had changed. */
async function runRecheck(deps: VisitDeps, government: Government, recheck: Recheck, traffic: Traffic): Promise<void> {
  const { settings, clock, frontiers } = deps;
  const visit = new Visit({ government, settings, follow: () => [], askMore: () => [], now: clock.steady() });
  for (const item of recheck.requests()) visit.add(item);
  await frontiers.open(visit, new RecheckHandler(deps, recheck, traffic));
}
