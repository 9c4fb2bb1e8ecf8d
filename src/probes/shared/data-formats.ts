import { z } from 'zod';
import { foldWidth } from '../../config/full-width.ts';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { namedPatterns, wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';

/** File formats, words beside them, and labels before them. */
export const formatWords = z.object({
  'data-formats': namedPatterns,
  'format-neighbours': wordList,
  'format-labels': wordList,
});

/** Adjacent columns may be joined without a space in the text: `2026-03-01XLS`. */
const separators = /[\s,，、/|;；·()[\]【】<>]+|(?<=[^a-z])(?=[a-z])/iu;

/**
 * Format named by a single word (`xls`, `XLS下载`); null for other words, '' for words common beside
 * formats.
 */
function formatOf(word: string, knowledge: CompiledKnowledge): string | null {
  const { 'format-neighbours': neighbours, 'data-formats': formats } = wordsOf(formatWords, knowledge);
  let rest = word;
  for (const neighbour of neighbours.words) rest = rest.replaceAll(neighbour, '');
  // Neighbours match as written and in capitals, so `api` and `API` are the same.
  if (rest === '' || neighbours.words.includes(rest.toUpperCase())) return '';
  return formats.find(({ pattern }) => pattern.test(rest))?.name ?? null;
}

function wordsIn(text: string): string[] {
  return foldWidth(text)
    .split(separators)
    .filter((word) => word !== '');
}

/** Formats at the start of a text, up to the first other word. */
function leading(words: readonly string[], knowledge: CompiledKnowledge): string[] {
  const found: string[] = [];
  for (const word of words) {
    const format = formatOf(word, knowledge);
    if (format === null) break;
    if (format !== '') found.push(format);
  }
  return found;
}

/** Formats at the end of a row: `名称 部门 2026-03-01 XLS、CSV`. */
export function trailingFormats(text: string, knowledge: CompiledKnowledge): string[] {
  return leading(wordsIn(text).reverse(), knowledge);
}

/**
 * Formats of a text that contains nothing else (`XLS、CSV`, `CSV下载`); empty if it has any other
 * word.
 */
export function onlyFormats(text: string, knowledge: CompiledKnowledge): string[] {
  if (text.length > 120) return [];
  const formats = wordsIn(text).map((word) => formatOf(word, knowledge));
  return formats.includes(null) ? [] : formats.flatMap((format) => (format === null || format === '' ? [] : [format]));
}

/** Formats after a label: `格式：XLS，CSV 数据量：12条`. */
export function labelledFormats(text: string, knowledge: CompiledKnowledge): string[] {
  const folded = foldWidth(text);
  return wordsOf(formatWords, knowledge)['format-labels'].words.flatMap((label) => {
    const at = folded.indexOf(label);
    if (at < 0) return [];
    const rest = folded.slice(at + label.length, at + label.length + 200);
    return leading(wordsIn(rest.replace(/^\s*[:：]/u, '')), knowledge);
  });
}

/** Format by the file extension of a URL; null without one. */
export function formatOfAddress(url: string, knowledge: CompiledKnowledge): string | null {
  const ending = /\.(\w{2,8})(?:$|[?#])/u.exec(url)?.[1];
  const format = ending === undefined ? null : formatOf(ending, knowledge);
  return format === '' ? null : format;
}
