import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { foldLabel } from '../../config/knowledge.ts';
import { type Keyword, searchClasses } from '../../config/schema/questions.ts';
import type { Government } from '../../model/government.ts';
import { drawByHash } from './draw.ts';
import type { ResultPage, SearchResult } from './search-results.ts';

export type SearchClass = (typeof searchClasses)[number];

/** A search word chosen for one government. */
export interface AskedKeyword {
  readonly id: string;
  readonly text: string;
  /** A result with one of these words is relevant. */
  readonly words: readonly string[];
  readonly of: SearchClass;
}

const plainClasses: ReadonlySet<SearchClass> = new Set(['service', 'policy', 'everyday']);

/** Whether any search engine should find results for the word. */
export function isPlain(keyword: AskedKeyword): boolean {
  return plainClasses.has(keyword.of);
}

/** Search words for a government: one or two of every class, selected by hash of its code. */
export function keywordsFor(government: Government, knowledge: CompiledKnowledge): AskedKeyword[] {
  const { search } = knowledge.questions;
  const elsewhere = search['other-regions']
    .filter((place) => !government.name.includes(place) && !government.province.includes(place))
    .map((id) => ({ id }));
  const other = drawByHash(elsewhere, 1, government.code)[0]?.id;
  return searchClasses.flatMap((of) => {
    const bank = search.classes[of];
    if (bank === undefined) return [];
    return drawByHash<Keyword>(bank.words, bank.ask, government.code).flatMap(({ id, text, words }) => {
      if (text.includes('{other-region}') && other === undefined) return [];
      const typed = text.replaceAll('{other-region}', other ?? '');
      return [{ id, text: typed, words: words.length > 0 ? words : [typed], of }];
    });
  });
}

/** Results for one word. */
export interface Graded {
  readonly keyword: AskedKeyword;
  /** Number of results on the first page, and of those that are relevant. */
  readonly results: number;
  readonly relevant: number;
  /** Whether enough results are relevant and the list is not the same for most words. */
  readonly answered: boolean;
}

/** Fewest words for which equal lists are not chance. */
const fewestLists = 3;

/** Grades the results of all words; a list that is returned for most words answers none of them. */
export function gradeSearch(
  pages: readonly { readonly keyword: AskedKeyword; readonly page: ResultPage }[],
  relevantShare: number,
): Graded[] {
  const lists = new Map<string, AskedKeyword[]>();
  for (const { keyword, page } of pages)
    if (page.results.length > 0) lists.set(listOf(page), [...(lists.get(listOf(page)) ?? []), keyword]);
  const all = unrelated([...lists.values()].flat());
  return pages.map(({ keyword, page }) => {
    const relevant = page.results.filter((result) => isRelevant(result, keyword)).length;
    const stock = all >= fewestLists && unrelated(lists.get(listOf(page)) ?? []) * 2 > all;
    const answered = relevant > 0 && relevant >= page.results.length * relevantShare && !stock;
    return { keyword, results: page.results.length, relevant: stock ? 0 : relevant, answered };
  });
}

/**
 * Number of words about different things, because two names of one thing should return the same
 * list.
 */
function unrelated(keywords: readonly AskedKeyword[]): number {
  const counted: AskedKeyword[] = [];
  for (const keyword of keywords)
    if (!counted.some(({ words }) => words.some((word) => keyword.words.includes(word)))) counted.push(keyword);
  return counted.length;
}

function listOf(page: ResultPage): string {
  return page.results.map(({ title, url }) => `${title} ${url.replace(/[?#].*$/u, '')}`).join('\n');
}

function isRelevant({ title, about }: SearchResult, { words }: AskedKeyword): boolean {
  const text = foldLabel(`${title} ${about}`);
  return words.some((word) => text.includes(foldLabel(word)));
}

/** Share of the results that do not name another region; null without results. */
export function ownRegionShare(
  results: readonly SearchResult[],
  government: Government,
  knowledge: CompiledKnowledge,
): number | null {
  if (results.length === 0) return null;
  const { suffixes } = knowledge.naming;
  const places = knowledge.questions.search['other-regions'].filter(
    (place) => !government.name.includes(place) && !government.province.includes(place),
  );
  const foreign = results.filter(({ title, about }) => {
    const text = foldLabel(`${title} ${about}`);
    return (
      places.some((place) => suffixes.some((suffix) => text.includes(`${place}${suffix}`))) &&
      !text.includes(foldLabel(government.name))
    );
  });
  return 1 - foreign.length / results.length;
}
