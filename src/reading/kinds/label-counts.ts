import { foldLabel } from '../../config/words.ts';
import type { Page } from '../page.ts';

const longestLabel = 14;
const longestToken = 8;
/** Characters of a line in which labels are looked for. */
const longestRead = 2000;
/** What is between values in a line: white space, brackets, stops. */
const divider = /[\s|()【】[\],:;。、]/u;
/** 1 for each of them by its code unit: to divide a line so takes a third of the time of a pattern. */
const divides = new Uint8Array(0x1_00_00);
const blanks = '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff';
for (const sign of `${blanks}|()【】[],:;。、`) divides[sign.charCodeAt(0)] = 1;
divides.fill(1, 0x2000, 0x200b);
const padded = /(?<!\p{Script=Han})(\p{Script=Han})\s+(\p{Script=Han})(?=\s*(?::|$))/gu;

/** How often each folded text stands where a label, or a short value, stands. */
export interface LabelCounts {
  readonly labels: ReadonlyMap<string, number>;
  readonly tokens: ReadonlyMap<string, number>;
}

/**
 * Counts labels and short values in the lines and the records of a page.
 *
 * @param narrowLines the lines in half width
 * @param foldedLines the same lines, folded
 */
export function countLabels(page: Page, narrowLines: readonly string[], foldedLines: readonly string[]): LabelCounts {
  const labels = new Map<string, number>();
  const tokens = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    const folded = foldLabel(text);
    if (folded !== '') map.set(folded, (map.get(folded) ?? 0) + 1);
  };
  for (let at = 0; at < narrowLines.length; at += 1) {
    const raw = narrowLines[at] ?? '';
    const start = raw.slice(0, longestRead);
    // Most lines are one text without blanks, brackets and stops.
    if (!divider.test(start)) {
      if (start.length <= longestLabel) count(labels, start.replace(/[*＊]+/gu, ''));
      if (start.length >= 2 && start.length <= longestToken) count(tokens, start);
      continue;
    }
    // Short labels are padded with blanks to a common width: 姓 名.
    const line = /\s/u.test(start) ? start.replace(padded, '$1$2') : start;
    if (line.length <= longestLabel) count(labels, line.replace(/[:*＊]+/gu, ''));
    // The patterns try every character of a line, and most lines have neither colon nor bracket.
    if (line.includes(':'))
      for (const match of line.matchAll(/([^\s:|,;。、()【】[\]<>]{2,14})\s*\*?:(?!\/\/|\d\d)/gu)) {
        const label = foldLabel(match[1] ?? '');
        if (label !== (raw.length <= longestRead ? foldedLines[at] : foldLabel(line))) count(labels, label);
      }
    if (/[【[]/u.test(line))
      for (const match of line.matchAll(/[【[]([^】\]:]{2,12})[】\]]/gu)) count(labels, match[1] ?? '');
    for (const part of shortParts(line)) count(tokens, part);
  }
  addRecords(page, labels, tokens);
  return { labels, tokens };
}

/** The parts of a line between dividers that are as short as a value. */
export function shortParts(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (at < line.length && divides[line.charCodeAt(at)] !== 1) continue;
    if (at - start >= 2 && at - start <= longestToken) parts.push(line.slice(start, at));
    start = at + 1;
  }
  return parts;
}

/** Adds field names and short values of records: they are more reliable than lines of text. */
function addRecords(page: Page, labels: Map<string, number>, tokens: Map<string, number>): void {
  const names = new Map<string, number>();
  const values = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    if (text !== '') map.set(text, (map.get(text) ?? 0) + 1);
  };
  for (const { records } of page.records)
    for (const { fields } of records)
      for (const { name, value } of fields) {
        if (value !== '' && name.length <= longestLabel) count(names, foldLabel(name));
        if (value.length >= 2 && value.length <= longestToken) count(values, foldLabel(value));
      }
  for (const [name, times] of names) labels.set(name, Math.max(times, labels.get(name) ?? 0));
  for (const [value, times] of values) tokens.set(value, Math.max(times, tokens.get(value) ?? 0));
}
