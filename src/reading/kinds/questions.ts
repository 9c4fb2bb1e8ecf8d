import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import { datesIn } from '../dates.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, named, ruledOut, sign, wordsInLabels } from './facts.ts';
import { robot } from './helpers.ts';
import { letterList } from './letters.ts';

const fewestQuestions = 3;
/** Fewest questions on a page that is named a list of questions. */
const fewestNamed = 2;
/** Fewest questions on a page on the use of the site: it asks a few itself, as how to print. */
const fewestHelping = 6;
/** Share of the titles that must be questions or answers. */
const minShare = 0.6;
const longestQuestion = 60;
const fewestColumns = 2;
/** Fewest days of a column that prints its responses without links. */
const fewestPrinted = 3;

/**
 * Frequent questions: most titles or lines are questions. Lists of letters have questions too, but
 * with dates and states.
 */
export function faqList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['faq-list'];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule)) return null;
  if (rule.helps.in(foldLabel(facts.ownTitle)) !== null && questionsOn(facts, rule) < fewestHelping) return null;
  const name = named(facts, rule);
  const places = questionPlaces(facts, rule);
  const pairs = answeredHere(facts, places, rule);
  if (name !== null && pairs.length >= fewestQuestions) return sign('faq-list', 0.92, [name, ...pairs.slice(0, 3)]);
  if (letterList(page, knowledge) !== null) return null;
  const asked = asking(titlesOf(facts), rule.questions);
  if (asked.share >= minShare && asked.found.length >= fewestQuestions)
    return sign('faq-list', name === null ? 0.8 : 0.95, [name, ...asked.found]);
  // Questions that a chat suggests are not links to answers.
  if (robot(page, knowledge) !== null) return null;
  const lines = places.map((at) => facts.prose[at] ?? '');
  if (
    lines.length >= (name === null ? fewestQuestions : fewestNamed) &&
    (name !== null || lines.length * 3 >= facts.prose.length)
  )
    return sign('faq-list', name === null ? 0.75 : 0.92, [name, ...lines]);
  return null;
}

/** Which of the lines are questions. */
function questionPlaces({ prose, foldedLines }: Facts, { questions }: KindRules['kinds']['faq-list']): number[] {
  const found: number[] = [];
  for (let at = 0; at < prose.length; at += 1)
    if ((prose[at]?.length ?? 0) <= longestQuestion && matchesAny(questions, foldedLines[at] ?? '')) found.push(at);
  return found;
}

/** Number of questions among the lines or the titles of a page, whichever has more. */
function questionsOn(facts: Facts, rule: KindRules['kinds']['faq-list']): number {
  return Math.max(questionPlaces(facts, rule).length, asking(titlesOf(facts), rule.questions).found.length);
}

/** Lines with a question that an answer follows on the same page, as in a column of questions. */
function answeredHere(
  { prose, foldedLines }: Facts,
  questions: readonly number[],
  { answers }: KindRules['kinds']['faq-list'],
): string[] {
  return questions.flatMap((at) => (matchesAny(answers, foldedLines[at + 1] ?? '') ? (prose[at] ?? '') : []));
}

/**
 * A column of government responses to public concerns: named so with dated titles, or titles that
 * refute rumours.
 */
export function responseList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['response-list'];
  if (page.kind !== 'html' || facts.headline || facts.byline || ruledOut(facts, rule)) return null;
  const name = named(facts, rule);
  // Reports on follow-up calls are announced in the same words.
  const { calls } = facts.rules['follow-up-report'];
  const titles = titlesOf(facts).filter((title) => calls.in(title) === null);
  const { found, share } = asking(titles, rule.answers);
  if (share >= minShare && found.length >= 2)
    return sign('response-list', name === null ? 0.8 : 0.95, [name, ...found]);
  if (name === null) return null;
  if (titles.length >= 2) return sign('response-list', 0.85, [name, ...found]);
  // Short responses are printed in the column itself, each with its day.
  const printed = facts.prose.filter(
    (line, at) => datesIn(line, knowledge).length > 0 && matchesAny(rule.answers, facts.foldedLines[at] ?? ''),
  );
  const several = printed.length > 0 && facts.days >= fewestPrinted;
  return several ? sign('response-list', 0.85, [name, ...printed.slice(0, 3)]) : null;
}

/**
 * Results of follow-up calls: rates beside the word for the call, a table of calls, or a list of
 * such reports.
 */
export function followUpReport(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['follow-up-report'];
  if (ruledOut(facts, rule)) return null;
  const { foldedLines } = facts;
  // A report has a report's title, which reads like a headline.
  const title = foldLabel(facts.ownTitle);
  const name = rule.names.in(title) ?? named(facts, rule);
  const subject = rule.subjects.in(title);
  if (name === null && subject === null && rule.calls.in(facts.folded) === null) return null;
  const lines = facts.prose.filter((_, at) => matchesAny(rule.rates, foldedLines[at] ?? ''));
  if (lines.length === 0 && name === null) return null;
  const calls = lines.length === 0 ? [] : foldedLines.filter((line) => rule.calls.in(line) !== null);
  if (lines.length > 0 && calls.length > 0 && (name !== null || lines.length + calls.length >= 3))
    return sign('follow-up-report', name === null ? 0.75 : 0.9, [name, ...lines]);
  if (name === null) {
    // A hotline bulletin with a section on follow-up calls.
    return subject !== null && lines.length > 0 ? sign('follow-up-report', 0.8, [subject, ...lines]) : null;
  }
  const columns = wordsInLabels(facts, rule.columns);
  if (columns.length >= fewestColumns) return sign('follow-up-report', 0.88, [name, ...columns]);
  const reports = titlesOf(facts).filter((title) => rule.calls.in(title) !== null);
  if (reports.length < fewestQuestions || reports.length * 2 < facts.titles.length) return null;
  return sign('follow-up-report', 0.8, [name, ...reports.slice(0, 3)]);
}

function titlesOf({ titles }: Facts): string[] {
  return titles.map(({ label }) => foldLabel(label));
}

function asking(titles: readonly string[], patterns: readonly RegExp[]): { found: string[]; share: number } {
  const found = titles.filter((title) => matchesAny(patterns, title));
  return { found, share: titles.length === 0 ? 0 : found.length / titles.length };
}
