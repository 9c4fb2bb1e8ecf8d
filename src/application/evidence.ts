import { findVisited, type Pack } from '../config/pack.ts';
import { cureFor, type FailurePolicies } from '../config/schema/failures.ts';
import type { Capture } from '../model/capture.ts';
import { type Evidence, type Finding, findingKey, type Obstacle } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import type { FolderKind } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Store } from '../store/store.ts';
import { type FrozenState, type LiveState, openState, type RunCapture, type StateChoice } from './state.ts';

export interface EvidenceChoice extends StateChoice {
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe: string;
}

/**
 * One quote of a finding with the capture it was read in; the fields of the capture are null when
 * it is gone.
 */
export interface EvidenceLink extends Evidence {
  readonly run: string | null;
  readonly time: string | null;
  readonly sha256: string | null;
  readonly status: number | null;
  readonly via: Capture['via'] | null;
  readonly screenshot: string | null;
  /** The media type that the server stated. */
  readonly type: string | null;
}

/** All that a finding rests on. */
export interface FindingEvidence {
  readonly government: Government;
  readonly finding: Finding;
  /** Whether real sites or a simulation answered. */
  readonly nature: FolderKind;
  readonly chain: readonly EvidenceLink[];
  /** Captures of the government that failed. */
  readonly failures: readonly Pick<Capture, 'url' | 'site' | 'failure' | 'detail' | 'time'>[];
  /** What would settle the question, by the reason of an obstacle. */
  readonly settle: Readonly<Record<string, string>>;
  readonly earlier: StaleFinding | undefined;
}

/**
 * Follows a finding back to the pages it was read in.
 *
 * @throws UsageError for an unknown government, run or edition, and for a finding that does not
 * exist.
 */
export async function findingEvidence(store: Store, pack: Pack, choice: EvidenceChoice): Promise<FindingEvidence> {
  const state = await openState(store, pack, choice);
  const government = findVisited(state.governments, choice.government, pack);
  const own = state.findings.filter((item) => item.government === government.code);
  const finding = own.find(({ probe }) => probe === choice.probe);
  if (finding === undefined) throw noFinding(government, choice.probe, own);
  return evidenceOf(state, pack, government, finding);
}

/** The same for a finding of a state that is open already. */
export async function evidenceOf(
  state: FrozenState | LiveState,
  pack: Pack,
  government: Government,
  finding: Finding,
): Promise<FindingEvidence> {
  const captures = byId(await state.captures(government.code));
  const failed = [...captures.values()].map(({ capture }) => capture).filter(({ failure }) => failure !== null);
  return {
    government,
    finding,
    nature: state.isSimulated(finding) ? 'simulated' : 'real',
    chain: finding.evidence.map((item) => linkOf(item, captures.get(item.capture))),
    failures: failed.map(({ url, site, failure, detail, time }) => ({ url, site, failure, detail, time })),
    settle: curesFor(finding.obstacles ?? [], pack.failures),
    earlier: (await state.stale([finding])).get(findingKey(finding)),
  };
}

/** What would settle the question, by reason, in the order of the obstacles. */
export function curesFor(
  obstacles: readonly Obstacle[],
  policies: FailurePolicies,
  language?: string,
): Record<string, string> {
  return Object.fromEntries(obstacles.map(({ reason }) => [reason, cureFor(policies, reason, language)]));
}

/** The error for a government that has no finding of a probe; it names the probes that it has. */
export function noFinding({ name }: Government, probe: string | undefined, own: readonly Finding[]): UsageError {
  if (own.length === 0) return new UsageError(`${name} has no finding yet: its visit is not complete`);
  const known = own.map((item) => item.probe).join(', ');
  return new UsageError(`${name} has no finding of a probe ${probe}; expected one of ${known}`);
}

/** Of captures with the same id the newest counts. */
function byId(captures: readonly RunCapture[]): ReadonlyMap<string, RunCapture> {
  return new Map(captures.map((item) => [item.capture.id, item]));
}

function linkOf(item: Evidence, found: RunCapture | undefined): EvidenceLink {
  const capture = found?.capture;
  return {
    ...item,
    run: found?.run ?? null,
    time: capture?.time ?? null,
    sha256: capture?.body ?? null,
    status: capture?.status ?? null,
    via: capture?.via ?? null,
    screenshot: capture?.screenshot ?? null,
    type: capture?.headers['content-type'] ?? null,
  };
}
