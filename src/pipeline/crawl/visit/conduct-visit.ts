import type { Capture } from '../../../model/capture.ts';
import type { Government, SiteKind } from '../../../model/government.ts';
import type { VisitView } from '../../../reading/seen.ts';
import type { KeptPages, PackedPage } from '../../../store/packed-pages.ts';
import { follow } from '../frontier/follow/follow.ts';
import { type Entry, Visit } from '../frontier/visit.ts';
import { forgetView, viewOf } from '../frontier/visit-view.ts';
import { Recheck, recall } from '../memory/recheck.ts';
import type { Recollection } from '../memory/recollection.ts';
import { packedPages } from '../memory/remembered-pages.ts';
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
      /** The captures as judges see them. */
      readonly view: () => VisitView;
      readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
      /** The pages as they are kept for the next night, by their key. */
      readonly packed: () => ReadonlyMap<string, PackedPage>;
      /** Forgets the pages. */
      readonly close: () => void;
    };

type Unchanged = Extract<VisitOutcome, { changed: false }>;
type Read = Extract<VisitOutcome, { changed: true }>;

/** A recheck; plain data, so that it can cross threads. */
export interface Rechecked {
  /** When it began: milliseconds since the epoch, and on the steady clock. */
  readonly started: number;
  readonly began: number;
  readonly requests: number;
  readonly bytes: number;
  /** Tonight's captures, by the key of their request. */
  readonly tonight: ReadonlyMap<string, Capture>;
  /** Null where something changed or nobody can tell, so that a full visit must follow. */
  readonly captures: readonly Capture[] | null;
}

/**
 * Asks again for what an earlier visit read, where its findings would still hold; null where they
 * would not, or if the collection was aborted meanwhile. No page is read.
 */
export async function recheckVisit(
  deps: VisitDeps,
  government: Government,
  recollection: Recollection | null,
): Promise<Rechecked | null> {
  if (recollection?.findingsHold !== true) return null;
  const { settings, clock, frontiers, signal } = deps;
  const started = clock.now();
  const began = clock.steady();
  const traffic = new Traffic();
  const recheck = new Recheck(recollection);
  const visit = new Visit({ government, settings, follow: () => [], askMore: () => [], now: began });
  for (const item of recheck.requests()) visit.add(item);
  // Resolves when everything was asked for again, or something had changed.
  await frontiers.open(visit, new RecheckHandler(deps, recheck, traffic));
  if (signal.aborted) return null;
  const { requests, bytes } = traffic;
  return { started, began, requests, bytes, tonight: recheck.tonight, captures: recheck.unchanged() };
}

/** The visit that a recheck makes unnecessary; null if it does not. */
export function unchangedVisit(
  { clock }: Pick<VisitDeps, 'clock'>,
  government: Government,
  rechecked: Rechecked | null,
): (VisitResult & { readonly outcome: Unchanged }) | null {
  if (rechecked === null || rechecked.captures === null) return null;
  const { started, began, requests, bytes, captures } = rechecked;
  const seconds = (clock.steady() - began) / 1000;
  return { government, started, seconds, requests, bytes, outcome: { changed: false, captures } };
}

/**
 * Conducts the full visit of one government. Resolves to null if the collection was aborted
 * meanwhile.
 * @param rechecked the recheck that came before; its requests, bytes and time count
 */
export async function visitInFull(
  deps: VisitDeps,
  government: Government,
  recollection: Recollection | null,
  rechecked: Rechecked | null,
): Promise<(VisitResult & { readonly outcome: Read }) | null> {
  const { clock, signal } = deps;
  const started = rechecked?.started ?? clock.now();
  const began = rechecked?.began ?? clock.steady();
  const traffic = new Traffic(rechecked ?? undefined);
  const visit = new Visit({
    government,
    settings: deps.settings,
    follow: (of, entry) => follow(deps.follow, of, entry),
    askMore: deps.askMore,
    pages: deps.shelf.open(),
    now: clock.steady(),
  });
  const memory =
    recollection === null
      ? null
      : recall(recollection, rechecked?.tonight ?? null, await keptPages(deps, government, recollection));
  await deps.frontiers.open(visit, new FullHandler(deps, memory, traffic));
  if (signal.aborted) {
    visit.close();
    return null;
  }
  const outcome: Read = {
    changed: true,
    entries: () => visit.entries(),
    packed: () => packedPages(visit.captures, (position) => visit.packedPage(position)),
    view: () => viewOf(visit, deps.knowledge),
    unread: visit.unread(),
    close: () => {
      forgetView(visit);
      visit.close();
    },
  };
  const { requests, bytes } = traffic;
  return { government, started, seconds: (clock.steady() - began) / 1000, requests, bytes, outcome };
}

/** What was read out of the pages of the earlier visit; null where nothing was kept. */
async function keptPages(
  { pages }: VisitDeps,
  { code }: Government,
  { pagesKey }: Recollection,
): Promise<KeptPages | null> {
  return pagesKey === null ? null : pages.read(code, pagesKey);
}
