import type { z } from 'zod';
import { type Finding, findingKey } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { JudgedFinding, StaleFindingWithCaptures } from '../../../model/judged-finding.ts';
import type { SourceRun } from '../../../model/provenance.ts';
import type { Review } from '../../../model/review.ts';
import type { ReviewChecks } from '../../../model/review-checks.ts';
import type { ChainHead } from '../../../model/review-log.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Adoption } from '../../../scoring/adoption.ts';
import type { Assessment } from '../../../scoring/assess.ts';
import type { Edition } from '../../../store/editions.ts';
import type { Store } from '../../../store/store.ts';
import { editionShapes, type VisitPart } from './shape.ts';

/**
 * A frozen edition with all but the records of its captures, which `editionVisits` reads one by
 * one.
 */
export interface EditionState {
  readonly edition: Edition;
  readonly title: string;
  readonly groupNames: Readonly<Record<string, string>>;
  readonly governments: readonly Government[];
  readonly judged: readonly JudgedFinding[];
  /** As they counted when the edition was frozen. */
  readonly findings: readonly Finding[];
  /** What was known before of findings that dead sites left unknown, by `government probe`. */
  readonly stale: ReadonlyMap<string, StaleFindingWithCaptures>;
  readonly reviews: readonly Review[];
  /** Null in editions of earlier releases. */
  readonly checks: ReviewChecks | null;
  /** As it was published: stored, not computed again. */
  readonly assessment: Assessment;
  readonly adoption: readonly Adoption[];
  readonly counts: z.infer<typeof editionShapes.counts>;
  /** Every run that findings come from; empty in editions of earlier releases. */
  readonly runs: readonly SourceRun[];
}

/**
 * Reads a frozen edition. Throws `UsageError` when there is none of that name (the nearest are
 * suggested) or when it is damaged.
 */
export async function readEdition(store: Store, name: string): Promise<EditionState> {
  const edition = await store.editions.get(name);
  const { title, groupNames } = await readOne(store, name, 'pack');
  const source = await readOne(store, name, 'tree');
  const { nodes, adoption, ...assessment } = await readOne(store, name, 'assessment');
  const reviews = await readOne(store, name, 'reviews');
  const counts = await readOne(store, name, 'counts');
  const placed = await readAll(store, name, 'government');
  const governments = placed.sort((a, b) => a.position - b.position).map(({ government }) => government);
  const scores = new Map((await readAll(store, name, 'score')).map((score) => [score.government, score]));
  const stale = (await readAll(store, name, 'stale')).flat();
  const judged = (await readAll(store, name, 'findings')).flat();
  return {
    edition,
    title,
    groupNames,
    governments,
    judged,
    findings: judged.map(({ finding }) => finding),
    stale: new Map(stale.map((item) => [findingKey(item.finding), item])),
    reviews,
    checks: (await readAll(store, name, 'checks'))[0] ?? null,
    assessment: {
      ...assessment,
      tree: { source, nodes },
      scores: governments.flatMap(({ code }) => scores.get(code) ?? []),
    },
    adoption,
    counts,
    runs: (await readAll(store, name, 'runs')).flat(),
  };
}

/** The end of the review log that an edition was frozen with; null for those of earlier releases. */
export async function editionChainHead(store: Store, name: string): Promise<ChainHead | null> {
  const [head] = await readAll(store, name, 'chain');
  return head ?? null;
}

/**
 * The visits of an edition in the order of codes, the layers of a government one after the other;
 * of one government where a code is given.
 */
export async function* editionVisits(store: Store, name: string, code?: string): AsyncGenerator<VisitPart> {
  for await (const { content } of store.editions.records(name, 'visit', code)) {
    const visit = editionShapes.visit.parse(content);
    if (code === undefined || visit.code === code) yield visit;
  }
}

type Shapes = typeof editionShapes;

async function readAll<Part extends keyof Shapes>(
  store: Store,
  name: string,
  part: Part,
): Promise<z.output<Shapes[Part]>[]> {
  const found: z.output<Shapes[Part]>[] = [];
  for await (const { content } of store.editions.records(name, part)) {
    found.push(editionShapes[part].parse(content) as z.output<Shapes[Part]>);
  }
  return found;
}

async function readOne<Part extends keyof Shapes>(
  store: Store,
  name: string,
  part: Part,
): Promise<z.output<Shapes[Part]>> {
  const [only] = await readAll(store, name, part);
  if (only === undefined) throw new UsageError(`the edition ${name} is damaged: its record ${part} is missing`);
  return only;
}
