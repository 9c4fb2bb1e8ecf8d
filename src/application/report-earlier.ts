import type { Pack } from '../config/pack.ts';
import { withObserved } from '../pipeline/assessment/assess-run.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import type { EarlierEdition, ReportInput } from '../report/input.ts';
import { type Language, messagesOf } from '../report/messages.ts';
import { compareAdoption } from '../scoring/comparison/adoption-change.ts';
import { commonShare } from '../scoring/comparison/common-share.ts';
import { compareYears } from '../scoring/comparison/compare-years.ts';
import { conclusionRule } from '../scoring/descriptive/conclusion.ts';
import { describe } from '../scoring/descriptive/describe.ts';
import { comparePublished } from '../scoring/statements/compare-published.ts';
import { computeStatements, type MatchedEditions } from '../scoring/statements/compute.ts';
import type { EditionFacts } from '../scoring/statements/facts.ts';
import { matchedFacts } from '../scoring/statements/matched-facts.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { assessedState } from './assessed-state.ts';

/** The facts that statements are computed from. */
export function factsOfState(pack: Pack, { governments, assessment, adoption }: AssessedState): EditionFacts {
  const rule = conclusionRule(pack.analysis.bulletin);
  return {
    governments: withObserved(pack, governments),
    assessment,
    description: describe(assessment, governments, { referenceRegion: referenceOf(pack), rule }),
    adoption,
  };
}

function referenceOf(pack: Pack): string | null {
  return pack.meta.regions.find(({ reference }) => reference)?.id ?? null;
}

/** The edition before, compared with the state, and the published figures beside the computed ones. */
export async function comparisonsOf(
  store: Store,
  pack: Pack,
  state: AssessedState,
  facts: EditionFacts,
  choice: { readonly before?: string | undefined; readonly language: Language },
): Promise<Pick<ReportInput, 'earlier' | 'published'>> {
  const edition = await editionBefore(store, state, choice.before);
  if (edition === null) return { earlier: null, published: publishedOf(pack, facts, null, null) };
  const before = await assessedState(store, pack, { edition: edition.name });
  const earlier = earlierOf(pack, edition, before, state, choice.language);
  const previous = factsOfState(pack, before);
  const matched = matchedFacts(facts, previous, earlier.comparison, earlier.adoption);
  return { earlier, published: publishedOf(pack, facts, earlier.comparable ? previous : null, matched) };
}

function publishedOf(
  { statements }: Pack,
  facts: EditionFacts,
  previous: EditionFacts | null,
  matched: MatchedEditions | null,
): ReportInput['published'] {
  if (statements === null) return null;
  const { title, source, statements: definitions } = statements;
  return { title, source, comparisons: comparePublished(computeStatements(definitions, facts, previous, matched)) };
}

/**
 * The edition named, else the newest of an earlier year. Editions of the same run are left out,
 * because a report would otherwise be compared with itself, and so are those that were replaced.
 */
async function editionBefore(store: Store, state: AssessedState, name: string | undefined): Promise<Edition | null> {
  if (name !== undefined) return store.editions.get(name);
  const year = state.edition?.year ?? Number.POSITIVE_INFINITY;
  const own = new Set(state.edition?.runs.map(({ id }) => id) ?? [state.run.id]);
  const editions = await store.editions.list();
  const replaced = new Set(editions.map(({ replaces }) => replaces?.name));
  const older = editions.filter(
    (edition) =>
      edition.year !== null &&
      edition.year < year &&
      !replaced.has(edition.name) &&
      !edition.runs.some(({ id }) => own.has(id)),
  );
  return older.reduce<Edition | null>(
    (newest, edition) => (newest === null || (edition.year ?? 0) > (newest.year ?? 0) ? edition : newest),
    null,
  );
}

function earlierOf(
  pack: Pack,
  { name, year }: Edition,
  before: AssessedState,
  after: AssessedState,
  language: Language,
): EarlierEdition {
  const { bulletin } = pack.analysis;
  return {
    name: messagesOf(language).edition(name, year === null ? null : String(year)),
    comparable: commonShare(before.governments, after.governments) >= bulletin['minimum-common'],
    adoption: compareAdoption(pack.statements?.conditions ?? [], before, after),
    comparison: compareYears(before, after, referenceOf(pack), null, conclusionRule(bulletin)),
  };
}
