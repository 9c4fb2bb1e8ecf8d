import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Evidence } from '../model/finding.ts';
import { smartSearchValue } from '../model/values/smart-search.ts';
import type { Seen } from '../reading/coverage.ts';
import { type Ask, defineProbe, type Question, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { type EntryLink, entriesOf, targetOf } from './shared/entries.ts';
import { readAnswers, searchMeasure, statesResults } from './shared/search-answers.ts';
import type { SearchBox } from './shared/search-box.ts';
import { searchWords } from './shared/search-box.ts';
import { keywordsFor } from './shared/search-grades.ts';
import { resultWords } from './shared/search-results.ts';
import { vendorAt } from './shared/search-routes.ts';
import { searchBoxesOf, searchRoutesOf } from './shared/site-search.ts';
import { untestedReason } from './shared/untested.ts';
import { blameOf, combineConfidence, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof smartSearchValue>;

const say = verdicts<Value>();

const words = z.object({
  'search-features': wordList,
});

/**
 * The portal's site search (智能搜索): its box or entry, whether the engine's page opens, and whether
 * it finds what is asked for.
 */
export const smartSearch = defineProbe({
  id: 'smart-search',
  version: 9,
  sites: ['portal'],
  value: smartSearchValue,
  seeks: ['search'],
  words: [words, resultWords, searchWords],
  about: {
    measures:
      "The portal's own site search: its box, whether the engine's page opens, and whether the words of the bank (services, policies, everyday words, misspellings, questions) bring relevant results on the first page, of the right place; corrections, suggestions, filters and cards that the result pages offer.",
    levels: {
      linked: 'a box or entry is visible, the engine answered nothing readable',
      reachable: "the engine's page opens",
      working: 'at least `working-share` of the plain words asked brought relevant results on the first page',
    },
    evidence: 'The box and its fields, the entry, and for words asked the number of results with the first title.',
    blindSpots: [
      'Relevance is judged by the words of titles and summaries, not by reading the documents.',
      'The same words are asked everywhere: a small portal without such content scores low although its engine works.',
      'Without a browser, the level of engines that only scripts reach stays open.',
    ],
  },
  asks,
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const boxes = searchBoxesOf(seen);
  const entries = entriesOf(seen, 'portal', 'search');
  const readings = readAnswers(seen, searchRoutesOf(seen, boxes, entries));
  const opened = entries.find((entry) => (targetOf(seen, entry.link)?.page?.text ?? '') !== '');
  const box = boxes[0];
  const entry = opened ?? entries[0];
  if (box || entry) {
    const url = box?.form.action ?? entry?.link.url ?? null;
    const signs = [
      ...boxes.slice(0, 2).map((one) => one.confidence),
      ...entries.slice(0, 2).map((one) => one.match.confidence),
    ];
    const { measure, works, shown, note, quoted } = searchMeasure(seen, readings);
    const reached = works ? 'working' : opened || shown ? 'reachable' : 'linked';
    const untested = works ? null : untestedReason([note]);
    return say.present(
      {
        level: untested === null ? reached : null,
        reached,
        by: box ? (box.form.loose ? 'loose' : 'form') : 'link',
        url: url !== null && /^https?:/u.test(url) ? url : null,
        field: box ? box.field.name : null,
        vendor: box?.vendor ?? (entry ? (vendorAt(entry.link.url, seen.knowledge)?.rule.id ?? null) : null),
        features: featuresOf(seen),
        note,
        ...measure,
      },
      combineConfidence(signs),
      [...evidenceFor(box, entry), ...quoted],
      untested,
    );
  }
  const blame = blameOf(obstaclesTo(seen, ['portal'], ['search']));
  return blame === null ? say.absent(null, 0.9, homesSeen(seen, 'portal')) : say.unknown(blame);
}

/**
 * One plain word over HTTP, route by route until one answers; then the other words by that route. A
 * browser is used only if scripts alone show the results or know the engine's URL.
 */
function asks(seen: Seen): readonly Ask[] {
  const questions: Question[] = keywordsFor(seen.government, seen.knowledge).map(({ id: word, text }) => ({
    id: word,
    text,
  }));
  const [first] = questions;
  if (first === undefined) return [];
  const boxes = searchBoxesOf(seen);
  const entries = entriesOf(seen, 'portal', 'search');
  const routes = searchRoutesOf(seen, boxes, entries);
  const readings = readAnswers(seen, routes);
  for (const route of routes) {
    const tried = readings.filter((reading) => reading.route === route);
    if (tried.length === 0) return [route.ask(first)];
    if (tried.some((one) => statesResults(one) && (!route.guessed || (one.found?.results.length ?? 0) > 0)))
      return questions.map(route.ask);
  }
  const [box] = boxes;
  if (readings.some(({ answer }) => answer.capture.via === 'browser')) return [];
  const silent = readings.filter(({ found, answer }) => found !== null && !found.error && answer.page?.kind === 'html');
  for (const { route } of silent) {
    const ask = route?.ask(first);
    if (ask?.method === 'get' && ask.url.includes(encodeURIComponent(first.text)))
      return [{ how: 'browser', script: 'search', url: ask.url, hints: { word: first.text }, questions }];
  }
  if (box && (routes.length === 0 || silent.length > 0)) {
    const { name, placeholder } = box.field;
    return [{ how: 'browser', script: 'search', url: box.page.url, hints: { field: name, placeholder }, questions }];
  }
  return [];
}

function evidenceFor(box: SearchBox | undefined, entry: EntryLink | undefined): Evidence[] {
  const evidence: Evidence[] = [];
  if (box) evidence.push(evidenceOf(box.page, box.quote));
  if (entry) evidence.push(evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  return evidence;
}

function featuresOf(seen: Seen): string[] {
  const { 'search-features': features } = wordsOf(words, seen.knowledge);
  const texts = seen
    .pages('portal')
    .filter((page) => page.capture.home || page.capture.role !== 'page')
    .map((page) => foldLabel(page.text));
  return features.words.filter((word) => texts.some((text) => text.includes(foldLabel(word)))).sort();
}
