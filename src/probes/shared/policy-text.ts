import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { pattern, patternAnywhere, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Page } from '../../reading/page.ts';

/** Words by which data policies and their security chapters are recognised. */
export const policyWords = z.object({
  'security-chapters': wordList,
  'data-subjects': wordList,
  'not-policies': wordList,
  'security-subjects': wordList,
  'digital-subjects': wordList,
  'policy-chapters': patternAnywhere,
  'policy-sections': pattern,
  'policy-articles': patternAnywhere,
  'site-names': pattern,
  'attachment-names': pattern,
  'document-beginnings': pattern,
});

/** A chapter, or a whole document, on data security. */
export interface SecurityChapter {
  /** Title of the document. */
  readonly title: string;
  /** Heading of the chapter; the document's title if all of it is on the subject. */
  readonly chapter: string;
}

/** Fewest numbered articles of a document that consists of rules only. */
const fewestArticles = 3;

/**
 * The chapter on data security in a policy document. Null without such a chapter, for documents on
 * other subjects (another kind of safety), and for pages that only mention such documents.
 */
export function securityChapterOf(page: Page, knowledge: CompiledKnowledge): SecurityChapter | null {
  const title = dataTitleOf(page, knowledge);
  if (title === null) return null;
  const lists = wordsOf(policyWords, knowledge);
  const named = (heading: string): boolean => lists['security-chapters'].in(foldLabel(heading)) !== null;
  for (const match of page.text.matchAll(lists['policy-chapters'])) {
    const [whole, heading = ''] = match;
    if (named(heading)) return { title, chapter: whole };
  }
  for (const line of page.text.split('\n')) {
    const heading = lists['policy-sections'].exec(line.trim())?.[1];
    if (heading !== undefined && named(heading)) return { title, chapter: line.trim() };
  }
  const rules = page.text.match(lists['policy-articles'])?.length ?? 0;
  return lists['security-subjects'].in(foldLabel(title)) !== null && rules >= fewestArticles
    ? { title, chapter: title }
    : null;
}

/** Title of a page or file that is a policy on data; null for all others. */
export function dataTitleOf(page: Page, knowledge: CompiledKnowledge): string | null {
  const { 'data-subjects': subjects, 'not-policies': others } = wordsOf(policyWords, knowledge);
  for (const title of titlesOf(page, knowledge)) {
    const folded = foldLabel(title);
    if (others.in(folded) !== null) return null;
    if (subjects.in(folded) !== null) return title;
  }
  return null;
}

/** Whether a title is that of a policy on data. */
export function isDataTitle(title: string, knowledge: CompiledKnowledge): boolean {
  const { 'data-subjects': subjects, 'not-policies': others } = wordsOf(policyWords, knowledge);
  const folded = foldLabel(title);
  return others.in(folded) === null && subjects.in(folded) !== null;
}

const fileEnding = /\.(?:pdf|docx?|wps|ofd)$/iu;
/** Most lines over which the title of a document is wrapped. */
const titleLines = 3;

/**
 * Names of a document, best first: meta title, first lines of a file, page title, label of its
 * link.
 */
function titlesOf(page: Page, knowledge: CompiledKnowledge): string[] {
  const lists = wordsOf(policyWords, knowledge);
  const label = (page.capture.label ?? '').replace(fileEnding, '').replace(lists['attachment-names'], '');
  const parts = page.title.split(/\s*[-_|–—]+\s*/u).filter((part) => part !== '' && !lists['site-names'].test(part));
  // A platform gives all its pages its own title; the heading names the document.
  const tops = page.headings.filter(({ level }) => level === 1);
  const top = parts.length === 0 && tops.length === 1 ? (tops[0]?.text ?? '') : '';
  const bare = page.kind === 'html' && parts.length === 0 && top === '';
  const opening = bare ? linesBefore(page.text, lists['document-beginnings']) : '';
  const titles =
    page.kind === 'html'
      ? [page.meta.articletitle ?? '', ...parts, top, opening, label]
      : [label, firstLines(page.text, lists['document-beginnings']), ...parts];
  return titles.filter((title) => title.trim() !== '');
}

/** The lines of a file before its first chapter, article or sentence. */
function firstLines(text: string, beginning: RegExp): string {
  const lines = text.split('\n').slice(0, titleLines);
  const end = lines.findIndex((line) => beginning.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join('').slice(0, 120);
}

/** The same for a page without a title or heading; empty unless its text begins as a document does. */
function linesBefore(text: string, beginning: RegExp): string {
  const begins = text
    .split('\n')
    .slice(1, titleLines)
    .some((line) => beginning.test(line));
  return begins ? firstLines(text, beginning) : '';
}
