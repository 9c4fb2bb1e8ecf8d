import type { Pack } from '../../../config/pack.ts';
import type { Capture } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government, SiteKind } from '../../../model/government.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { PackedPage } from '../../../store/packed-pages.ts';
import type { Reading } from '../../../store/store.ts';
import { judge } from '../../judging/judge.ts';
import { basisKey, stableUntil } from '../../judging/judging-basis.ts';
import type { Entry } from '../frontier/visit.ts';
import type { Recollection } from '../memory/recollection.ts';
import { isMachineError } from '../outcome/classify-error.ts';
import type { Clock } from '../outcome/clock.ts';
import {
  type Rechecked,
  recheckVisit,
  unchangedVisit,
  type VisitOutcome,
  type VisitResult,
  visitInFull,
} from './conduct-visit.ts';
import type { VisitDeps } from './visit-deps.ts';

/** What findings rest on besides captures; the same for all visits of a run. */
export interface JudgingDeps {
  readonly pack: Pick<Pack, 'hash' | 'tree' | 'knowledge' | 'calibration' | 'schedule'>;
  readonly probes: readonly Probe[];
  readonly hasBrowser: boolean;
}

/** A visit that is wanted. */
export interface VisitOrder {
  readonly government: Government;
  /** What an earlier visit brought; null for a first visit. */
  readonly recollection: Recollection | null;
  /** Whether the pages that are parsed are kept for the next night. */
  readonly remember: boolean;
}

/** A complete visit and what it shows. Plain data, so that it can cross threads. */
export type JudgedVisit = Omit<VisitResult, 'outcome'> & { readonly outcome: JudgedOutcome };

/** What a full visit found, or the captures of a recheck that found nothing changed. */
export type JudgedOutcome =
  | { readonly changed: false; readonly captures: readonly Capture[] }
  | {
      readonly changed: true;
      /** Two targets that gave the very same capture are one. */
      readonly captures: readonly Capture[];
      readonly findings: readonly Finding[];
      /** Probes that threw, with what they said. */
      readonly problems: readonly { readonly probe: string; readonly error: string }[];
      readonly basis: Reading;
      readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
    };

/** Conducts a visit and judges it. Resolves to null if the collection was aborted meanwhile. */
export type Conduct = (deps: VisitDeps, order: VisitOrder) => Promise<JudgedVisit | null>;

/** An order for a visit that is made in full, after the recheck if there was one. */
export interface FullOrder extends VisitOrder {
  readonly rechecked: Rechecked | null;
}

/** Conducts a full visit and judges it. Resolves to null if the collection was aborted meanwhile. */
export type ConductFully = (deps: VisitDeps, order: FullOrder) => Promise<JudgedVisit | null>;

/** Hash over all that the findings of a government rest on besides its captures. */
export function basisKeyOf(judging: JudgingDeps, government: Government): string {
  return basisKey({ ...judging, government });
}

/** Conducts and judges visits in this thread. */
export function conductHere(judging: JudgingDeps): Conduct {
  return recheckedFirst(conductFully(judging));
}

/**
 * Conducts visits that begin with a recheck where the findings of an earlier one would still hold.
 * The recheck is made in this thread, since it reads no page.
 */
export function recheckedFirst(full: ConductFully): Conduct {
  return async (deps, order) => {
    const { government, recollection } = order;
    const rechecked = await recheckVisit(deps, government, recollection);
    if (deps.signal.aborted) return null;
    return unchangedVisit(deps, government, rechecked) ?? full(deps, { ...order, rechecked });
  };
}

/** Conducts and judges full visits in this thread. */
export function conductFully(judging: JudgingDeps): ConductFully {
  return async (deps, { government, recollection, remember, rechecked }) => {
    const visit = await visitInFull(deps, government, recollection, rechecked);
    if (visit === null) return null;
    const { judged, kept } = judgedPages(judging, deps.clock, government, visit.outcome, remember);
    if (kept !== null) await deps.pages.write(government.code, judged.basis.key, kept).catch(onlyMachine);
    return { ...visit, outcome: judged };
  };
}

/** Without kept pages the next night reads them again; a machine that cannot write ends the run. */
function onlyMachine(error: unknown): void {
  if (isMachineError(error)) throw error;
}

/**
 * Judges a visit and lets go of its pages: they would stay in memory until the last of many visits
 * that end together is written. What is to be kept of them is null where nothing is.
 */
function judgedPages(
  judging: JudgingDeps,
  clock: Clock,
  government: Government,
  outcome: Read,
  remember: boolean,
): { readonly judged: ReturnType<typeof judgeVisit>; readonly kept: ReadonlyMap<string, PackedPage> | null } {
  try {
    const entries = outcome.entries();
    const judged = judgeVisit(judging, clock, government, outcome, entries);
    return { judged, kept: remember ? outcome.packed() : null };
  } finally {
    outcome.close();
  }
}

type Read = Extract<VisitOutcome, { changed: true }>;

/** Judges what a full visit read, and tells how long the findings hold for the same captures. */
function judgeVisit(
  judging: JudgingDeps,
  clock: Clock,
  government: Government,
  { view, unread }: Pick<Read, 'view' | 'unread'>,
  entries: readonly Entry[],
): Extract<JudgedOutcome, { changed: true }> {
  const { pack, probes } = judging;
  const { tree, knowledge, calibration } = pack;
  const input = { government, entries, unread, probes, tree, knowledge, calibration };
  const { findings, problems } = judge(input, view());
  const now = clock.now();
  const days = pack.schedule.incremental['full-after-days'];
  const until = problems.length > 0 ? null : stableUntil(input, findings, now, days);
  const basis = {
    key: basisKeyOf(judging, government),
    readAt: new Date(now).toISOString(),
    stableUntil: until === null ? null : new Date(until).toISOString(),
  };
  const said = problems.map(({ probe, error }) => ({ probe, error: messageOf(error) }));
  return { changed: true, captures: uniqueCaptures(entries), findings, problems: said, basis, unread };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function uniqueCaptures(entries: readonly Entry[]): Capture[] {
  const byId = new Map<string, Capture>();
  for (const { capture } of entries) if (!byId.has(capture.id)) byId.set(capture.id, capture);
  return [...byId.values()];
}
