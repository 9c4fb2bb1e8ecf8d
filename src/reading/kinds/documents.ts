import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Page } from '../page.ts';
import { linesOf } from '../page-lines.ts';
import { factsOf, named, ruledOut, sign } from './facts.ts';

const shortestStatement = 50;
const fewestChapters = 2;
const fewestArticles = 5;
const fewestDocuments = 5;
/** Fewest documents of a list that has no other titles. */
const fewestAlone = 2;

/** The site's own legal text: copyright, liability, terms of use. */
export function statement(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.statement;
  if (facts.folded.length < shortestStatement || facts.days > 5) return null;
  const name = named(facts, rule);
  const words = rule.words.allIn(facts.folded);
  return name !== null && words.length >= 2 ? sign('statement', 0.9, [name, ...words]) : null;
}

/**
 * A document of rules in chapters or articles (measures, regulations); drafts, explanations and
 * repealed ones do not count.
 */
export function policyDocument(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['policy-document'];
  if (ruledOut(facts, rule)) return null;
  const title = foldLabel(facts.ownTitle);
  const lines = linesOf(page, knowledge);
  const first = (patterns: readonly RegExp[]): string[] =>
    lines
      .filter((line) => matchesAny(patterns, line))
      .flatMap((line) => patterns.flatMap((pattern) => pattern.exec(line)?.[0] ?? []));
  const chapters = new Set(first(rule.chapters));
  const articles = new Set(first(rule.articles));
  if (chapters.size < fewestChapters && articles.size < fewestArticles) return null;
  const word = rule.names.in(title) ?? named(facts, rule);
  return sign('policy-document', word === null ? 0.75 : 0.93, [word, ...chapters, ...articles]);
}

/** A list of such documents by title. */
export function policyList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['policy-list'];
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null) return null;
  const titles = facts.titles.filter(({ label }) => rule.endings.list.some((word) => foldLabel(label).endsWith(word)));
  const fewest = titles.length === facts.titles.length ? fewestAlone : fewestDocuments;
  if (titles.length < fewest || titles.length * 2 < facts.titles.length) return null;
  return sign('policy-list', 0.88, [name, ...titles.slice(0, 3).map(({ label }) => label)]);
}

/** Rules for letters: which are accepted and when they are answered. */
export function letterRules(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['letter-rules'];
  const name = named(facts, rule);
  // The whole text is searched of pages with such a name only.
  if (name === null) return null;
  const letters = rule.letters.in(facts.folded) ?? rule.letters.in(facts.names.join(' '));
  const duties = letters === null ? [] : rule.duties.allIn(facts.folded);
  if (letters === null || duties.length === 0) return null;
  return sign('letter-rules', 0.88, [name, letters, ...duties]);
}
