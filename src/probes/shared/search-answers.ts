import type { z } from 'zod';
import { foldLabel } from '../../config/knowledge.ts';
import type { Evidence } from '../../model/finding.ts';
import type { searchMeasureSchema } from '../../model/values/search-measure.ts';
import type { Seen } from '../../reading/coverage.ts';
import { type AskedKeyword, gradeSearch, isPlain, keywordsFor, ownRegionShare } from './search-grades.ts';
import { type ResultPage, readResults, resultWordsOf } from './search-results.ts';
import type { Route } from './search-routes.ts';
import { evidenceOf } from './verdicts.ts';

export type Answer = ReturnType<Seen['answers']>[number];

/** An answer, its route (null: in a browser), and its results (null: unreadable). */
export interface ReadAnswer {
  readonly answer: Answer;
  readonly route: Route | null;
  readonly keyword: AskedKeyword;
  readonly found: ResultPage | null;
}
type Measure = z.infer<typeof searchMeasureSchema>;

/** Reads every answer to a keyword of this government. */
export function readAnswers(
  seen: Seen,
  routes: readonly Route[],
  answers: readonly Answer[] = seen.answers(),
): ReadAnswer[] {
  const words = resultWordsOf(seen.knowledge);
  const keywords = new Map(keywordsFor(seen.government, seen.knowledge).map((keyword) => [keyword.id, keyword]));
  return answers.flatMap((answer) => {
    const { capture, page } = answer;
    const keyword = keywords.get(capture.question?.id ?? '');
    if (keyword === undefined) return [];
    const question = { id: keyword.id, text: keyword.text };
    const route = capture.via === 'browser' ? null : routes.find((one) => one.ask(question).url === capture.url);
    if (route === undefined) return [];
    const found = page === null ? null : readResults(page, route?.paths ?? [], words, keyword.text);
    return [{ answer, route, keyword, found }];
  });
}

interface Judged {
  readonly measure: Measure;
  readonly works: boolean;
  /** Whether the engine's own page was returned. */
  readonly shown: boolean;
  readonly note: string | null;
  readonly quoted: readonly Evidence[];
}

/** Measures the engine by the route with the most readable answers. */
export function searchMeasure(seen: Seen, readings: readonly ReadAnswer[]): Judged {
  const { numbers, features } = seen.knowledge.questions.search;
  const byRoute = new Map<Route | null, ReadAnswer[]>();
  for (const reading of readings) {
    const ofRoute = byRoute.get(reading.route);
    if (ofRoute) ofRoute.push(reading);
    else byRoute.set(reading.route, [reading]);
  }
  const readableCount = (answers: readonly ReadAnswer[]): number =>
    answers.some(({ route, found }) => !route?.guessed || (found?.results.length ?? 0) > 0)
      ? answers.filter(statesResults).length
      : 0;
  let best: ReadAnswer[] = [];
  for (const ofRoute of byRoute.values()) if (readableCount(ofRoute) > readableCount(best)) best = ofRoute;
  const order = new Map(keywordsFor(seen.government, seen.knowledge).map(({ id }, index) => [id, index]));
  const place = ({ keyword }: ReadAnswer): number => order.get(keyword.id) ?? order.size;
  const readable = best.filter(statesResults).sort((a, b) => place(a) - place(b));
  const pages = readable.flatMap(({ keyword, found }) => (found === null ? [] : [{ keyword, page: found }]));
  const graded = gradeSearch(pages, numbers['relevant-share']);
  const plain = graded.filter(({ keyword }) => isPlain(keyword));
  const works =
    plain.length > 0 && plain.filter(({ answered }) => answered).length >= plain.length * numbers['working-share'];
  const results = pages.flatMap(({ page }) => page.results);
  const relevant = graded.reduce((sum, one) => sum + one.relevant, 0);
  const texts = readable.map(({ answer }) => foldLabel(answer.page?.text ?? ''));
  const perClass: Record<string, number> = {};
  for (const of of new Set(graded.map(({ keyword }) => keyword.of))) {
    const own = graded.filter(({ keyword }) => keyword.of === of);
    perClass[of] = rounded(own.filter(({ answered }) => answered).length / own.length);
  }
  return {
    works,
    shown: readings.some(({ found, answer }) => found !== null && !found.error && answer.page?.kind === 'html'),
    note: noteOf(readings, readable),
    quoted: readable.slice(0, 2).flatMap(quoteOf),
    measure: {
      asked: graded.map(({ keyword }) => keyword.id),
      answered: graded.filter(({ answered }) => answered).map(({ keyword }) => keyword.id),
      share: readable.length === 0 ? null : results.length === 0 ? 0 : rounded(relevant / results.length),
      perClass,
      totals: Object.fromEntries(
        pages.flatMap(({ keyword, page }) => (page.total === null ? [] : [[keyword.id, page.total]])),
      ),
      ownRegion: roundedOrNull(ownRegionShare(results, seen.government, seen.knowledge)),
      shows: Object.entries(features)
        .filter(([, words]) => words.some((word) => texts.some((text) => text.includes(foldLabel(word)))))
        .map(([feature]) => feature)
        .sort(),
    },
  };
}

/** Whether an answer states its results, even if there are none. */
export function statesResults({ found }: ReadAnswer): boolean {
  return found !== null && (found.results.length > 0 || found.nothing);
}

/**
 * Why the engine gave no readable answer: failure of the last route, an error message, or an empty
 * page.
 */
function noteOf(readings: readonly ReadAnswer[], readable: readonly ReadAnswer[]): string | null {
  if (readable.length > 0) return null;
  const last = readings.filter(({ answer }) => answer.capture.via === 'browser')[0] ?? readings[0];
  if (last === undefined) return 'not-asked';
  if (last.answer.capture.failure !== null) return last.answer.capture.failure;
  return readings.some(({ found }) => found?.error) ? 'engine-error' : 'not-visible';
}

function quoteOf({ answer, keyword, found }: ReadAnswer): Evidence[] {
  if (answer.page === null || found === null) return [];
  const first = found.results[0]?.title ?? '—';
  return [evidenceOf(answer.page, `${keyword.text} → ${found.results.length}: ${first}`)];
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function roundedOrNull(share: number | null): number | null {
  return share === null ? null : rounded(share);
}
