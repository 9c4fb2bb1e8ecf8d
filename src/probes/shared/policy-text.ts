import { z } from 'zod';
import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Page } from '../../reading/page.ts';

/** By what policies on data and their chapters on security are known. */
export const policyWords = z.object({
  'security-chapters': wordList,
  'data-subjects': wordList,
  'not-policies': wordList,
});

/** A chapter, or a whole document, on the security of data. */
export interface SecurityChapter {
  /** Title of the document. */
  readonly title: string;
  /** Heading of the chapter; the title again where the whole document is on the subject. */
  readonly chapter: string;
}

const numeral = '[一二三四五六七八九十百零〇\\d]{1,4}';
/** `第四章 数据安全`, also inside a line: not every writer begins a new one. */
const chapterHeading = new RegExp(`第\\s*${numeral}\\s*章[\\s：:]*([^\\s第。，；：:、]{2,24})`, 'gu');
/** `四、数据安全保障` as a line of its own: the form of plans and rules without chapters. */
const sectionHeading = new RegExp(
  `^(?:${numeral}\\s*[、.．]|第\\s*${numeral}\\s*[条部分节]+)\\s*([^。，；：]{2,24})$`,
  'u',
);
const article = new RegExp(`第\\s*${numeral}\\s*条`, 'gu');
/** A document has at least this many numbered articles when all of it is rules. */
const fewestArticles = 3;

/**
 * The chapter on data security that a policy document has; null for documents without one, for documents on other subjects (their
 * safety is another), and for pages that only speak of such documents.
 */
export function securityChapterOf(page: Page, knowledge: CompiledKnowledge): SecurityChapter | null {
  const title = dataTitleOf(page, knowledge);
  if (title === null) return null;
  const { 'security-chapters': words } = wordsOf(policyWords, knowledge);
  const named = (heading: string): boolean => words.in(foldLabel(heading)) !== null;
  for (const match of page.text.matchAll(chapterHeading)) {
    const [whole, heading = ''] = match;
    if (named(heading)) return { title, chapter: whole };
  }
  for (const line of page.text.split('\n')) {
    const heading = sectionHeading.exec(line.trim())?.[1];
    if (heading !== undefined && named(heading)) return { title, chapter: line.trim() };
  }
  const rules = page.text.match(article)?.length ?? 0;
  return foldLabel(title).includes('数据安全') && rules >= fewestArticles ? { title, chapter: title } : null;
}

/** Title of a page or file whose subject is data and that is a policy itself; null for all others. */
export function dataTitleOf(page: Page, knowledge: CompiledKnowledge): string | null {
  const { 'data-subjects': subjects, 'not-policies': others } = wordsOf(policyWords, knowledge);
  for (const title of titlesOf(page)) {
    const folded = foldLabel(title);
    if (others.in(folded) !== null) return null;
    if (subjects.in(folded) !== null) return title;
  }
  return null;
}

/** A site's own name is no subject of its pages. */
const siteName = /(?:平台|网|网站|门户|专栏|首页|频道)$/u;
const fileEnding = /\.(?:pdf|docx?|wps|ofd)$/iu;
/** Longest title of a document, wrapped over several lines where it is long. */
const titleLines = 3;

/** What names a document, best first: its meta title, the first lines of a file, its page title, the link that led to it. */
function titlesOf(page: Page): string[] {
  const label = (page.capture.label ?? '').replace(fileEnding, '').replace(/^附件\s*\d*\s*[:：.、]?\s*/u, '');
  const parts = page.title.split(/\s*[-_|–—]+\s*/u).filter((part) => !siteName.test(part));
  const titles =
    page.kind === 'html' ? [page.meta.articletitle ?? '', ...parts, label] : [label, firstLines(page.text), ...parts];
  return titles.filter((title) => title.trim() !== '');
}

/** The lines of a file before its first chapter, article or sentence. */
function firstLines(text: string): string {
  const lines = text.split('\n').slice(0, titleLines);
  const end = lines.findIndex((line) =>
    /^(?:第\s*[一二三四五六七八九十\d]+\s*[章条]|目\s*录|[（(]20\d\d年)|[。；]/u.test(line),
  );
  return (end < 0 ? lines : lines.slice(0, end)).join('').slice(0, 120);
}
