import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { WordSet } from '../../config/words.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Form, Page } from '../page.ts';
import { type Facts, factsOf, labelled, named, ruledOut, sign, tokenCount, wordsInLinkLabels } from './facts.ts';

const fewestChannels = 3;
const longestHotline = 6000;
const longestCard = 600;
/** A line that states the channel is at most this long; longer ones are concatenated menus. */
const longestSaying = 60;
/** Only this many lines of a page of contacts are searched for the number. */
const mostLines = 200;
/** Most characters of a request before the name of a number: 请输入您的. */
const longestRequest = 5;

/** An overview of the ways to write, ask and complain, each with its entry. */
export function appealHub(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['appeal-hub'];
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null) return null;
  const channels = wordsInLinkLabels(facts, rule.channels);
  return channels.length >= fewestChannels ? sign('appeal-hub', 0.87, [name, ...channels]) : null;
}

/** The page of a mailbox: it offers writing letters or shows letters. */
export function mailbox(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.mailbox;
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null) return null;
  const entries = wordsInLinkLabels(facts, rule.entries);
  const buttons = page.forms
    .flatMap((form) => form.buttons)
    .filter((text) => rule.entries.in(foldLabel(text)) !== null);
  const area = page.forms.some(({ fields }) => fields.some(({ type }) => type === 'textarea'));
  const letters = tokenCount(facts, facts.rules['letter-list'].states) >= fewestChannels;
  if (entries.length === 0 && buttons.length === 0 && !area && !letters) return null;
  return sign('mailbox', 0.85, [name, ...entries, ...buttons]);
}

/** The page of a hotline: its number and its purpose. */
export function hotline(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.hotline;
  if (facts.folded.length > longestHotline || facts.headline || facts.byline) return null;
  // On a page of contacts, a line with a postal address is content and not a footer.
  const contact = facts.names.some((own) => rule.contacts.has(own))
    ? saying(page.text.split('\n', mostLines), rule.says)
    : undefined;
  const name = named(facts, rule) ?? contact ?? null;
  return name === null ? null : hotlineNamed(name, facts);
}

/**
 * A short page that says which number to call needs no name. Asked only of pages of no other kind and
 * of those that take appeals: a privacy policy or a guide states a number too.
 */
export function statedHotline(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (facts.folded.length > longestCard || facts.headline || facts.byline) return null;
  const said = saying(facts.prose, facts.rules.hotline.says);
  return said === undefined ? null : hotlineNamed(said, facts);
}

function hotlineNamed(name: string, facts: Facts): KindSign | null {
  const { numbers, entries: entryWords } = facts.rules.hotline;
  const number = numbers.map((pattern) => pattern.exec(facts.page.text)?.[0]).find((found) => found !== undefined);
  const entries = wordsInLinkLabels(facts, entryWords);
  if (number === undefined && entries.length === 0) return null;
  return sign('hotline', number !== undefined && entries.length > 0 ? 0.9 : 0.8, [name, number, ...entries]);
}

/** The short line that states which number to call. */
function saying(lines: readonly string[], says: readonly RegExp[]): string | undefined {
  return lines.find((line) => line.length <= longestSaying && matchesAny(says, line));
}

/** A list of questions to the public: draft consultations, surveys. */
export function poll(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.poll;
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null) return null;
  const states = tokenCount(facts, rule.states);
  const listed = facts.titles.length >= 3 && (facts.days >= 2 || states >= 2);
  return listed ? sign('poll', states >= 2 ? 0.92 : 0.82, [name, facts.titles[0]?.label]) : null;
}

/** A form that looks up the state of a letter by its number. */
export function appealQuery(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return queryBox('appeal-query', page, knowledge);
}

/** A form that looks up the progress of a case by its number. */
export function progressQuery(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return queryBox('progress-query', page, knowledge);
}

function queryBox(kind: 'appeal-query' | 'progress-query', page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules[kind];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule)) return null;
  const name = named(facts, rule);
  for (const form of page.forms) {
    const texts = textFields(form).filter((text) => rule['not-numbers'].in(text) === null);
    if (form.region === 'header' || texts.length === 0 || texts.length > 8) continue;
    if (form.fields.some(({ type }) => type === 'textarea')) continue;
    // If the one or two fields have no label, the words on the page name the number.
    const own =
      texts.find((text) => rule.numbers.in(text) !== null) ??
      (texts.length <= 2 ? (labelOf(facts, rule.numbers) ?? requestFor(facts, rule.numbers)) : undefined);
    if (own !== undefined) return sign(kind, name === null ? 0.82 : 0.95, [name, own]);
    if (name === null) continue;
    const any =
      texts.find((text) => rule['any-numbers'].in(text) !== null) ?? labelOf(facts, rule.numbers, rule['any-numbers']);
    if (any !== undefined) return sign(kind, 0.87, [name, any]);
  }
  return null;
}

function labelOf(facts: Facts, ...lists: readonly Parameters<typeof labelled>[1][]): string | undefined {
  return lists.flatMap((words) => labelled(facts, words))[0]?.word;
}

/** A label that asks for the number and ends with its name. */
function requestFor(facts: Facts, words: WordSet): string | undefined {
  return [...facts.labels.keys()].find((label) =>
    words.list.some((word) => label.endsWith(word) && label.length - word.length <= longestRequest),
  );
}

function textFields({ fields }: Form): string[] {
  return fields
    .filter(({ type }) => !/^(?:hidden|checkbox|radio|file|submit|button|image|reset)$/u.test(type))
    .map(({ name, label, placeholder }) => foldLabel(`${name} ${label} ${placeholder}`));
}
