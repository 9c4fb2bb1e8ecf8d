import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { WordSet } from '../../config/words.ts';
import { datesIn } from '../dates.ts';
import type { KindSign } from '../kind.ts';
import { letterRecords } from '../letters.ts';
import { limitsIn } from '../limits.ts';
import type { Page } from '../page.ts';
import { linesOf } from '../page-lines.ts';
import { letterWords } from '../reading-words.ts';
import { rememberedOfPage } from '../remembered.ts';
import { type Facts, factsOf, labelled, named, ruledOut, sign, tokenCount } from './facts.ts';

const fewestRows = 3;
const fewestColumns = 3;
const shortestLetter = 20;
const shortestTitle = 4;
const longestAnswer = 40;
/**
 * Only this many characters are searched for a promise, because the letters below may mention
 * limits.
 */
const longestRules = 1500;

/**
 * A list of citizens' letters with their state: rows with states or dates under the labels of
 * letters.
 */
export const letterList = rememberedOfPage(readLetterList);

function readLetterList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['letter-list'];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule)) return null;
  if (facts.names.some((name) => rule['not-names'].in(name) !== null)) return null;
  const states = tokenCount(facts, rule.states);
  // A form for writing letters has the same labels.
  if (writes(page) && states < fewestRows && facts.titles.length < fewestRows) return null;
  const name = named(facts, rule);
  const columns = labelled(facts, rule.columns);
  const own = labelled(facts, rule.own);
  const words = [name, ...own.map(({ word }) => word), ...columns.map(({ word }) => word)];
  // Records with a date of receipt and an answer are letters, whatever the page is called.
  const answered = letterRecords(page.records, knowledge).filter(
    ({ asked, replied, state }) => asked && (replied !== null || state !== null),
  );
  if (answered.length >= fewestRows) return sign('letter-list', 0.9, words);
  // Repeated labels such as 来信时间 and 回复时间 mark letters printed one below the other.
  if ((own[0]?.times ?? 0) >= fewestRows && facts.days >= fewestRows) return sign('letter-list', 0.93, words);
  const rows = Math.max(facts.titles.length, facts.days, states, ...page.tables.map(({ rows: all }) => all.length));
  const headed = new Set([...columns, ...own].map(({ word }) => word)).size;
  if (headed >= fewestColumns && own.length > 0 && rows >= fewestRows)
    return sign('letter-list', name === null ? 0.85 : 0.95, words);
  if (name === null) return promised(page, facts, knowledge) ? sign('letter-list', 0.78, words) : null;
  if (states >= fewestRows) return sign('letter-list', 0.93, words);
  // Titles of letters may be as short as names of columns, but each has a day.
  const listed = facts.links.filter(({ label }) => foldLabel(label).length >= shortestTitle).length;
  const dated = facts.days >= fewestRows && (facts.titles.length >= fewestRows || facts.days * 2 >= listed);
  return listed >= fewestRows && dated ? sign('letter-list', 0.8, words) : null;
}

/** Dated entries below a promise to answer within a time limit. */
function promised(page: Page, { links, days, byline }: Facts, knowledge: CompiledKnowledge): boolean {
  const listed = links.filter(({ label }) => foldLabel(label).length >= shortestTitle).length;
  if (byline || listed < fewestRows || days < fewestRows || days * 2 < listed) return false;
  return limitsIn(page.text.slice(0, longestRules), knowledge).length > 0;
}

/** A single letter: the question, and the answer or a note that it is pending. */
export function letter(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.letter;
  if (page.kind !== 'html' || facts.folded.length < shortestLetter) return null;
  if (writes(page)) return null;
  const question = labelled(facts, rule.question);
  const answer = labelled(facts, rule.answer);
  const submitted = labelled(facts, rule.submitted);
  const replied = labelled(facts, rule.replied);
  const waiting = tokenCount(facts, rule.waiting);
  const most = Math.max(0, ...[...question, ...submitted, ...replied].map(({ times }) => times));
  if (most >= fewestRows) return null;
  const lines = wordsOf(letterWords, knowledge);
  const found = question.length + submitted.length;
  // The day of receipt below the title looks like that of an article.
  const asked = found === 0 && hasDayAfter(page, lines['letter-submitted'], knowledge) ? 1 : found;
  const labels = answer.length + replied.length;
  const told = labels === 0 && asked > 0 && hasDayAfter(page, lines['letter-replied-verbs'], knowledge);
  const answered = told ? 1 : labels;
  const words = [...question, ...submitted, ...answer, ...replied].map(({ word }) => word);
  if (asked === 0 || (answered === 0 && waiting === 0)) return null;
  if (facts.days === 0 && (question.length === 0 || answer.length === 0)) return null;
  if (ruledOut(facts, rule)) return null;
  const sure = asked + answered >= 3 || named(facts, rule) !== null;
  const confidence = sure ? 0.93 : 0.8;
  return sign('letter', confidence, [named(facts, rule), ...words, foldLabel(facts.ownTitle)]);
}

/** Whether a short line has a day behind one of the words: 市医疗保障局回复（2026-09-01）. */
function hasDayAfter(page: Page, words: WordSet, knowledge: CompiledKnowledge): boolean {
  return linesOf(page, knowledge).some((line) => {
    if (line.length > longestAnswer || !/\d/u.test(line)) return false;
    // Most lines have none of the words, which is known sooner than where their days are.
    if (words.in(foldLabel(line)) === null) return false;
    const [day] = datesIn(line, knowledge);
    const before = foldLabel(line.slice(0, day?.start ?? 0)).replace(/[:([【]+$/u, '');
    return day !== undefined && words.list.some((word) => before.endsWith(word));
  });
}

function writes(page: Page): boolean {
  return page.forms.some(({ fields, region }) => region !== 'header' && fields.some(({ type }) => type === 'textarea'));
}
