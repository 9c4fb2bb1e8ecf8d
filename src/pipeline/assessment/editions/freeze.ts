import type { z } from 'zod';
import type { Pack } from '../../../config/pack.ts';
import type { Capture } from '../../../model/capture.ts';
import { type Finding, findingKey } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { JudgedFinding, StaleFindingWithCaptures } from '../../../model/judged-finding.ts';
import type { SourceRun } from '../../../model/provenance.ts';
import type { Review } from '../../../model/review.ts';
import type { ReviewChecks } from '../../../model/review-checks.ts';
import type { ChainHead } from '../../../model/review-log.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Probe } from '../../../probes/contract.ts';
import { type Current, currentState } from '../../../store/current.ts';
import type { Edition, EditionRecord } from '../../../store/editions.ts';
import type { Run, Store } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { probesAsked } from '../../judging/probes-asked.ts';
import { assessFindings } from '../assess-run.ts';
import { reviewChecks } from '../reviewing/checks.ts';
import { lastKnownOf, type StaleFindings, staleFindings } from '../stale-findings.ts';
import type { editionShapes, VisitPart } from './shape.ts';
import { replacedEdition, sourceRuns } from './sources.ts';

/** All that an edition is made of, before it is laid out as records. */
export interface EditionContent {
  readonly pack: Pack;
  /** When the run began: ages are counted from it. */
  readonly day: string | null;
  /** In the order of the registry. */
  readonly governments: readonly Government[];
  readonly judged: readonly JudgedFinding[];
  /**
   * What was known before of findings that are unknown; leaves that carry forward are scored by it.
   */
  readonly stale: readonly StaleFindingWithCaptures[];
  readonly reviews: readonly Review[];
  /** End of the review log. */
  readonly chain: ChainHead;
  readonly checks: ReviewChecks | null;
  readonly counts: z.infer<typeof editionShapes.counts>;
  readonly runs: readonly SourceRun[];
  readonly visits: AsyncIterable<VisitPart>;
}

export interface FreezeOptions {
  readonly name: string;
  readonly year: number | null;
  readonly note: string | null;
  /** Name of the edition that this one corrects. */
  readonly replaces?: string | undefined;
  /** Freezes this run alone; null: the newest crawl with later single probes laid over it. */
  readonly run: string | null;
  readonly pack: Pack;
  readonly probes: readonly Probe[];
}

/**
 * Freezes what is known now under a name: registry, tree, findings with their reviews, points,
 * scores, ranks, tiers, and the records of all captures. Throws `UsageError` when the name is taken
 * or the run is not finished.
 */
export async function freezeEdition(store: Store, options: FreezeOptions): Promise<Edition> {
  const { name, pack } = options;
  await store.editions.checkFree(name);
  if ((await store.runs.list()).some(({ id }) => id === name)) {
    throw new UsageError(`${name} is the id of a run; give the edition another name, or nobody could tell them apart`);
  }
  const current = await currentState(store, options.run ?? undefined);
  if (current.run.finished === null) {
    throw new UsageError(
      `run ${current.run.id} is not finished and cannot be frozen; end it with \`govprobe crawl --resume\`, or name another with --run`,
    );
  }
  const replaces = await replacedEdition(store, options.replaces);
  const layers = [current.run, ...current.overlaid];
  const stale = await staleFindings(store, pack, layers, current.findings);
  const judged = await judgedFindings(store, current);
  if (judged.length === 0) throw new UsageError(`run ${current.run.id} holds no finding: there is nothing to freeze`);
  const codes = new Set(current.governments.map(({ code }) => code));
  return store.editions.freeze(
    {
      name,
      year: options.year,
      note: options.note,
      frozen: new Date().toISOString(),
      toolVersion,
      configHash: pack.hash,
      runs: layers.map(({ id, started, finished }) => ({ id, started, finished })),
      derivedFrom: null,
      replaces,
    },
    editionRecords({
      pack,
      day: current.run.started,
      governments: current.governments,
      judged,
      stale: await staleParts(store, stale),
      reviews: (await store.reviews.list()).filter(({ government }) => codes.has(government)),
      chain: await store.reviews.head(),
      checks: reviewChecks(await store.reviews.entries(), current.findings, current.governments, pack),
      counts: {
        failures: await store.captures.failures(current.run.id),
        captures: await store.captures.counts(current.run.id),
      },
      runs: await sourceRuns(
        store,
        layers.map(({ id }) => id),
        stale.values(),
      ),
      visits: storedVisits(store, layers, options.probes),
    }),
  );
}

/** The findings of a state, each with what it was judged by. */
export async function judgedFindings(store: Store, current: Current): Promise<JudgedFinding[]> {
  const layers = [current.run, ...current.overlaid];
  const judgements = new Map(
    await Promise.all(layers.map(async ({ id }) => [id, await store.findings.judgements(id)] as const)),
  );
  return current.findings.map((finding) => {
    const key = findingKey(finding);
    const judgement = judgements.get((current.sources.get(key) ?? current.run).id)?.get(key);
    if (judgement === undefined) throw new Error(`the finding ${key} has no run`);
    return { finding, ...judgement };
  });
}

/**
 * Stale findings together with the captures that their evidence names, which may be gone from the
 * runs one day.
 */
async function staleParts(store: Store, stale: StaleFindings): Promise<StaleFindingWithCaptures[]> {
  const captures = new Map<string, readonly Capture[]>();
  const parts: StaleFindingWithCaptures[] = [];
  for (const { finding, run, measured, ageDays } of stale.values()) {
    const visit = `${run} ${finding.government}`;
    const known = captures.get(visit) ?? (await store.captures.list(run, finding.government));
    captures.set(visit, known);
    const named = new Set(finding.evidence.map(({ capture }) => capture));
    parts.push({ finding, run, measured, ageDays, captures: known.filter(({ id }) => named.has(id)) });
  }
  return parts;
}

async function* storedVisits(
  store: Store,
  layers: readonly Run[],
  probes: readonly Probe[],
): AsyncGenerator<VisitPart> {
  for (const [layer, { id }] of layers.entries()) {
    for (const { code, unread } of await store.visits.list(id)) {
      const asked = layer === 0 ? null : probesAsked(probes, await store.findings.list(id, { code }));
      yield {
        code,
        layer,
        run: id,
        probes: asked === null ? null : asked.map((probe) => probe.id),
        unread: Object.fromEntries(Object.entries(unread).map(([site, intents]) => [site, [...intents]])),
        captures: await store.captures.list(id, code),
      };
    }
  }
}

/** Assesses the findings by the tree of the pack and lays everything out as records. */
export async function* editionRecords(content: EditionContent): AsyncGenerator<EditionRecord> {
  const { pack, governments, judged, stale, reviews, chain, checks, counts, runs, visits } = content;
  const { assessment, adoption } = assessFindings(
    pack,
    governments,
    judged.map(({ finding }) => finding),
    lastKnownOf(stale),
    content.day,
  );
  const { tree, scores, ranking, tiering, minimumCoverage } = assessment;
  const groupNames = Object.fromEntries(pack.meta.groups.map((group) => [group.id, group.name]));
  yield { part: 'pack', key: '', content: { title: pack.meta.title, groupNames } };
  yield { part: 'tree', key: '', content: tree.source };
  yield { part: 'assessment', key: '', content: { nodes: tree.nodes, ranking, tiering, minimumCoverage, adoption } };
  yield { part: 'reviews', key: '', content: reviews };
  yield { part: 'chain', key: '', content: chain };
  if (checks !== null) yield { part: 'checks', key: '', content: checks };
  yield { part: 'counts', key: '', content: counts };
  yield { part: 'runs', key: '', content: runs };
  for (const [position, government] of governments.entries()) {
    yield { part: 'government', key: government.code, content: { position, government } };
  }
  for (const score of scores) yield { part: 'score', key: score.government, content: score };
  for (const [code, list] of byGovernment(judged)) yield { part: 'findings', key: code, content: list };
  for (const [code, list] of byGovernment(stale)) yield { part: 'stale', key: code, content: list };
  for await (const visit of visits) yield { part: 'visit', key: visitKey(visit), content: visit };
}

function byGovernment<Item extends { readonly finding: Finding }>(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const { government } = item.finding;
    found.set(government, [...(found.get(government) ?? []), item]);
  }
  return found;
}

/** Keys of visits sort by government, then by layer. */
function visitKey({ code, layer }: VisitPart): string {
  return `${code}/${String(layer).padStart(4, '0')}`;
}
