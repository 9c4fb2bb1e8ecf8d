import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { namedPatterns, pattern, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { kindSign } from '../../reading/kinds.ts';
import type { Page } from '../../reading/page.ts';

/** Words by which privacy policies, their parts, and news about privacy are recognised. */
export const privacyWords = z.object({
  'privacy-titles': wordList,
  'privacy-sections': wordList,
  'privacy-parts': namedPatterns,
  'news-words': wordList,
  'privacy-title-ends': pattern,
});

/** Names of the parts that a privacy policy is expected to have. */
export function privacyPartNames(knowledge: CompiledKnowledge): string[] {
  return wordsOf(privacyWords, knowledge)['privacy-parts'].map(({ name }) => name);
}

/** The expected parts that a text has. */
export function partsOf(text: string, knowledge: CompiledKnowledge): string[] {
  const { 'privacy-parts': parts } = wordsOf(privacyWords, knowledge);
  return parts.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);
}

/** Whether a line other than the title of a page and the labels of its links speaks of privacy. */
export function speaksOfPrivacy(page: Page, knowledge: CompiledKnowledge): boolean {
  const { 'privacy-titles': titles, 'privacy-sections': sections } = wordsOf(privacyWords, knowledge);
  const labels = new Set(page.links.map((link) => foldLabel(link.label)));
  return page.text.split('\n').some((line) => {
    const folded = foldLabel(line);
    return sections.in(folded) !== null && !labels.has(folded) && !titles.has(folded);
  });
}

/** Longer titles are headlines. */
const longestTitle = 24;

/**
 * What a page behind a privacy link is: its title or first line if it is the site's own policy.
 * `news` for an article about privacy, `none` for a page that does not mention it.
 */
export function policyOf(page: Page, knowledge: CompiledKnowledge): string {
  const { 'privacy-titles': titles, 'privacy-sections': sections } = wordsOf(privacyWords, knowledge);
  const folded = foldLabel(page.text);
  const mentions = sections.in(folded) !== null;
  const own = headOf(page);
  const news = isNews(own, knowledge);
  const titled = titles.in(foldLabel(own)) !== null;
  if (titled && !news) return own;
  // A text with all typical content needs no name.
  const sign = kindSign(page, 'privacy-text', knowledge);
  if (sign !== null && !news) return sign.words.join(' ');
  if (!mentions && !titled) return 'none';
  if (news || (page.article && !titled)) return 'news';
  const line = page.text.split('\n').find((one) => sections.in(foldLabel(one)) !== null);
  return line ?? own;
}

/** Title of the page without the name of the site. */
function headOf(page: Page): string {
  const named = page.meta.articletitle ?? '';
  const title = named !== '' ? named : page.title;
  return title.split(/\s*[-_|–—]+\s*/u)[0] ?? title;
}

function isNews(title: string, knowledge: CompiledKnowledge): boolean {
  const folded = foldLabel(title);
  if (wordsOf(privacyWords, knowledge)['news-words'].in(folded) !== null) return true;
  if (/[，。！？；：]/u.test(title)) return true;
  return folded.length > longestTitle && !wordsOf(privacyWords, knowledge)['privacy-title-ends'].test(folded);
}

/** The section on privacy in a site statement; null if it has none. */
export function statementSection(page: Page, knowledge: CompiledKnowledge): { text: string; quote: string } | null {
  if (isNews(headOf(page), knowledge)) return null;
  return sectionOf(page, knowledge, 2);
}

/**
 * The policy's text on a registration page: a heading and several parts, not only the label of a
 * consent box.
 */
export function inlinePolicy(page: Page, knowledge: CompiledKnowledge): { text: string; quote: string } | null {
  const section = sectionOf(page, knowledge, 2);
  return section !== null && partsOf(section.text, knowledge).length >= 3 && section.text.length >= 80 ? section : null;
}

/**
 * Lines from the first mention of privacy on; null if they are only links, such as footer entries.
 */
function sectionOf(page: Page, knowledge: CompiledKnowledge, mentions: number): { text: string; quote: string } | null {
  const { 'privacy-sections': words } = wordsOf(privacyWords, knowledge);
  const labels = new Set(page.links.map((link) => foldLabel(link.label)));
  const lines = page.text.split('\n');
  const speaking = lines.flatMap((line, index) => {
    const folded = foldLabel(line);
    return words.in(folded) !== null && !labels.has(folded) ? [index] : [];
  });
  const first = speaking[0];
  if (first === undefined) return null;
  const text = lines.slice(first, first + 80).join('\n');
  const long = speaking.some((index) => (lines[index] ?? '').length >= 16);
  // A heading counts if the text below it has parts of a policy.
  const heading =
    (lines[first] ?? '').length <= 30 && partsOf(lines.slice(first + 1, first + 20).join('\n'), knowledge).length >= 2;
  if (!heading && !(long && (speaking.length >= mentions || (lines[first] ?? '').length >= 24))) return null;
  return { text, quote: lines[first] ?? '' };
}
