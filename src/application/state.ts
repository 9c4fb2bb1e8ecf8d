import type { Pack } from '../config/pack.ts';
import type { Capture } from '../model/capture.ts';
import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { JudgedFinding } from '../model/judged-finding.ts';
import { type FolderKind, kindOf, natureOf } from '../model/nature.ts';
import type { Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import { judgedFindings } from '../pipeline/assessment/editions/freeze.ts';
import { type EditionState, editionVisits, readEdition } from '../pipeline/assessment/editions/read.ts';
import { editionNature } from '../pipeline/assessment/nature.ts';
import { type StaleFindings, staleFindings } from '../pipeline/assessment/stale-findings.ts';
import type { VisitFacts } from '../report/appeal/input.ts';
import type { Current } from '../store/current.ts';
import type { Run, Store } from '../store/store.ts';
import { keptState } from './kept-states.ts';

/** What to read: a frozen edition, one run, or (neither given) what is known now. */
export interface StateChoice {
  readonly run?: string | undefined;
  readonly edition?: string | undefined;
}

/** A capture and the run that fetched it. */
export interface RunCapture {
  readonly run: string;
  readonly capture: Capture;
}

interface StateView {
  /** Whether real sites or a simulation answered the runs behind it. */
  readonly nature: FolderKind;
  /** The same for one of `findings`. */
  isSimulated(finding: Finding): boolean;
  readonly governments: readonly Government[];
  /** Reviews are already applied. */
  readonly findings: readonly Finding[];
  /**
   * Earlier knowledge for those of `findings` that are unknown now because a site was blocked or
   * dead.
   */
  stale(findings: readonly Finding[]): Promise<StaleFindings>;
  /** Every finding with the run, tool and configuration that it comes from. */
  judged(): Promise<readonly JudgedFinding[]>;
  /** Captures of one government, oldest run first; a later run may hold the same capture again. */
  captures(code: string): Promise<readonly RunCapture[]>;
  /** What judging the visits of one government again needs, in the order of `captures`. */
  visits(code: string): Promise<readonly VisitFacts[]>;
  /** Reviews of one government, withdrawn ones too: as frozen, or as they are now. */
  reviews(code: string): Promise<readonly Review[]>;
}

/** A frozen edition. */
export interface FrozenState extends StateView {
  readonly kind: 'edition';
  readonly frozen: EditionState;
}

/** One run, or the newest crawl with the single probes that came after it. */
export interface LiveState extends StateView {
  readonly kind: 'runs';
  readonly current: Current;
  /** The base run first, then the later probes in the order of their start. */
  readonly layers: readonly Run[];
}

/**
 * Opens the state that a use case works on. Stale findings and captures are read only when asked
 * for.
 *
 * @throws UsageError for an unknown run or edition, and when both are named.
 */
export async function openState(store: Store, pack: Pack, choice: StateChoice): Promise<FrozenState | LiveState> {
  const { run, edition } = choice;
  if (edition === undefined) return openRuns(store, pack, run);
  if (run !== undefined) {
    throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
  }
  return openEdition(store, edition);
}

/**
 * Opens one run, or what is known now when no run is named.
 *
 * @throws UsageError for an unknown run.
 */
export async function openRuns(store: Store, pack: Pack, run: string | undefined): Promise<LiveState> {
  return liveState(store, pack, await keptState(store, run));
}

/** Runs as a state. @param current what they hold */
export function liveState(store: Store, pack: Pack, current: Current): LiveState {
  const layers = [current.run, ...current.overlaid];
  return {
    kind: 'runs',
    current,
    layers,
    nature: kindOf(layers),
    isSimulated: (finding) => natureOf(current.sources.get(findingKey(finding)) ?? current.run) === 'simulated',
    governments: current.governments,
    findings: current.findings,
    stale: (findings) => staleFindings(store, pack, layers, findings),
    judged: () => judgedFindings(store, current),
    captures: async (code) => {
      const found: RunCapture[] = [];
      for (const { id } of layers) {
        for (const capture of await store.captures.list(id, code)) found.push({ run: id, capture });
      }
      return found;
    },
    visits: async (code) => {
      const found: VisitFacts[] = [];
      for (const [layer, { id }] of layers.entries()) {
        const findings = layer === 0 ? [] : await store.findings.list(id, { code });
        const asked =
          layer === 0 ? null : findings.flatMap(({ probe, reason }) => (reason === 'no-probe' ? [] : [probe]));
        for (const { unread } of await store.visits.list(id, code)) found.push({ run: id, probes: asked, unread });
      }
      return found;
    },
    reviews: (code) => store.reviews.list(code),
  };
}

async function openEdition(store: Store, name: string): Promise<FrozenState> {
  const frozen = await readEdition(store, name);
  return frozenState(store, frozen, await editionNature(store, frozen.edition));
}

/** An edition as a state. @param frozen what it holds */
export function frozenState(store: Store, frozen: EditionState, nature: FolderKind): FrozenState {
  const { name } = frozen.edition;
  return {
    kind: 'edition',
    frozen,
    nature,
    isSimulated: () => nature !== 'real',
    governments: frozen.governments,
    findings: frozen.findings,
    stale: async () => frozen.stale,
    judged: async () => frozen.judged,
    captures: async (code) => {
      const found: RunCapture[] = [];
      for await (const { run, captures } of editionVisits(store, name, code)) {
        for (const capture of captures) found.push({ run, capture });
      }
      return found;
    },
    visits: async (code) => {
      const found: VisitFacts[] = [];
      for await (const { run, probes, unread } of editionVisits(store, name, code)) found.push({ run, probes, unread });
      return found;
    },
    reviews: async (code) => frozen.reviews.filter(({ government }) => government === code),
  };
}
