import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Page } from './page.ts';
import { foldWidth, quoteOf } from './text.ts';

/** One number that a page states about a counted thing. */
export interface CountSighting {
  /** Key of `counts` in the vocabulary: `dataset`, `api`, `app`, `rows` ... */
  readonly kind: string;
  readonly count: number;
  readonly quote: string;
  /** `unit`: number with its own unit; `label`: label directly before or after it; `near`: in a neighbouring element. */
  readonly by: 'unit' | 'label' | 'near';
  /** A zero that stands beside other numbers was written by the server; a lone zero may only wait for a script. */
  readonly proved: boolean;
}

interface Token {
  readonly type: 'number' | 'label' | 'unit' | 'other';
  readonly kind: string;
  /** The number; of a label, the factor that its bracketed unit gives. */
  readonly value: number;
  readonly line: number;
  /** Characters between this token and the one before it on the same line that are more than separators. */
  readonly gap: boolean;
}

interface Words {
  readonly units: readonly { readonly text: string; readonly kind: string }[];
  readonly labels: readonly { readonly text: string; readonly kind: string }[];
}

const wordsOf = new WeakMap<CompiledKnowledge, Words>();
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万亿|亿|万|千)?(?:余|多|\+)?/u;
const scale: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const separators = /^[\s:：|/、,，;；。.()[\]【】<>《》「」·•—–\-_＋+已开放累计共有总为是达约]*$/u;
/** Dates, times, shares, telephone numbers and versions. */
const notACount =
  /^(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?)?|^\d{1,4}\s*[月日年时]|^\d{1,2}:\d{2}(?::\d{2})?|^\d+(?:\.\d+)?%|^\d{3,4}-\d{5,}|^\d+\.\d+\.\d+/u;
/** `数据量(万条)`: the unit of the number stands behind its label. */
const unitInBrackets = /^\s*[([【]\s*(万亿|亿|万|千)?\s*(?:条|个|项|次|人次|人|款|家|类)?\s*[)\]】]/u;
const longestLine = 400;
/** Kinds that say how often a platform is used tell nothing about whether its counters were filled by the server. */
const idle = new Set(['uses']);

/** Reads `1,234`, `１２３`, `1.2万`, `3亿`; null for what is no number. */
export function parseCount(text: string): number | null {
  const folded = foldWidth(text).trim();
  const match = number.exec(folded);
  return match ? Math.round(numberOf(match)) : null;
}

function numberOf(match: RegExpExecArray): number {
  const plain = Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? ''));
  return plain * (scale[match[3] ?? ''] ?? 1);
}

/**
 * Every number on the page that a label or a unit ties to a counted kind. A number belongs to the unit that follows it, else to
 * the label it alternates with; units and labels of all kinds take part, so that 条数据 (rows) never passes for 个数据集 (data sets).
 */
export function readCounts(page: Page, knowledge: CompiledKnowledge): CountSighting[] {
  if (page.kind !== 'html' && page.kind !== 'text') return [];
  return countsIn(page.text, knowledge);
}

/** The same over plain text, one line per block element. */
export function countsIn(text: string, knowledge: CompiledKnowledge): CountSighting[] {
  const words = wordsFor(knowledge);
  const lines = text.split('\n');
  const tokens: Token[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const raw = lines[line] ?? '';
    if (raw.length > longestLine) continue;
    tokenize(foldWidth(raw), line, words, tokens);
  }
  const sightings: (CountSighting & { line: number })[] = [];
  for (const run of runsOf(tokens)) sightings.push(...readRun(run, lines));
  return sightings.map(({ line, ...sighting }) => ({
    ...sighting,
    proved:
      sighting.count > 0 ||
      sightings.some((other) => other.count > 0 && !idle.has(other.kind) && Math.abs(other.line - line) <= 12),
  }));
}

function wordsFor(knowledge: CompiledKnowledge): Words {
  let words = wordsOf.get(knowledge);
  if (!words) {
    const units: { text: string; kind: string }[] = [];
    const labels: { text: string; kind: string }[] = [];
    for (const [kind, rule] of Object.entries(knowledge.vocabulary.counts)) {
      for (const text of rule.units) units.push({ text: foldWidth(text).toLowerCase(), kind });
      for (const text of rule.labels) labels.push({ text: foldWidth(text).toLowerCase(), kind });
    }
    const longest = (a: { text: string }, b: { text: string }): number => b.text.length - a.text.length;
    words = { units: units.sort(longest), labels: labels.sort(longest) };
    wordsOf.set(knowledge, words);
  }
  return words;
}

function tokenize(raw: string, line: number, words: Words, tokens: Token[]): void {
  if (!/\d/u.test(raw) && raw.length > 30) {
    tokens.push({ type: 'other', kind: '', value: 0, line, gap: true });
    return;
  }
  const text = raw.toLowerCase();
  let at = 0;
  let skipped = '';
  const push = (token: Omit<Token, 'line' | 'gap'>, length: number): void => {
    tokens.push({ ...token, line, gap: !separators.test(skipped) });
    skipped = '';
    at += length;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    const digits = character >= '0' && character <= '9' ? number.exec(text.slice(at, at + 40)) : null;
    if (digits) {
      const date = notACount.exec(text.slice(at, at + 40));
      const scaled = digits[0].trimEnd();
      push(
        { type: date ? 'other' : 'number', kind: '', value: numberOf(digits) },
        Math.max(scaled.length, date?.[0].length ?? 0),
      );
      continue;
    }
    const previous = tokens[tokens.length - 1];
    const afterNumber = previous?.type === 'number' && previous.line === line && skipped.trim() === '';
    const unit = afterNumber ? words.units.find((word) => text.startsWith(word.text, at)) : undefined;
    if (unit) {
      push({ type: 'unit', kind: unit.kind, value: 0 }, unit.text.length);
      continue;
    }
    const label = words.labels.find((word) => text.startsWith(word.text, at) && isWhole(text, at, word.text));
    if (label) {
      const bracket = unitInBrackets.exec(text.slice(at + label.text.length, at + label.text.length + 12));
      const factor = scale[bracket?.[1] ?? ''] ?? 1;
      push({ type: 'label', kind: label.kind, value: factor }, label.text.length + (bracket?.[0].length ?? 0));
      continue;
    }
    skipped += character;
    at += 1;
  }
  if (!separators.test(skipped.replace(/^[个条项款次家类(（].{0,2}/u, '')))
    tokens.push({ type: 'other', kind: '', value: 0, line, gap: true });
}

/** Latin labels (`api`) must not be part of a longer word, nor one of several in a row: those are the formats of a file (`xls,xml,api`). */
function isWhole(text: string, at: number, word: string): boolean {
  if (!/^[a-z]/u.test(word)) return true;
  if (/[a-z]/u.test(text.charAt(at - 1)) || /[a-rt-z]/u.test(text.charAt(at + word.length))) return false;
  const before = text.slice(Math.max(0, at - 4), at);
  const after = text.slice(at + word.length, at + word.length + 4);
  return !/[a-z]\s?[,，、/|]\s?$/u.test(before) && !/^\s?[,，、/|]\s?[a-z]/u.test(after);
}

/** Tokens without foreign text between them. A line that is one unknown label separates nothing from nothing. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    const previous = run[run.length - 1];
    const broken = token.type === 'other' || token.gap || (previous !== undefined && token.line - previous.line > 1);
    if (broken && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (token.type !== 'other') run.push(token);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function readRun(run: readonly Token[], lines: readonly string[]): (CountSighting & { line: number })[] {
  const found: (CountSighting & { line: number })[] = [];
  const add = (token: Token, kind: string, by: CountSighting['by'], other: Token): void => {
    const quote =
      token.line === other.line ? [token.line] : [Math.min(token.line, other.line), Math.max(token.line, other.line)];
    found.push({
      kind,
      count: Math.round(token.value * (other.type === 'label' ? other.value : 1)),
      by,
      quote: quoteOf(quote.map((line) => lines[line] ?? '').join(' ')),
      proved: true,
      line: token.line,
    });
  };
  const rest: Token[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const token = run[at];
    const next = run[at + 1];
    if (token?.type === 'number' && next?.type === 'unit') {
      add(token, next.kind, 'unit', next);
      at += 1;
      // `数据集：12个数据集`: the label before it is spoken for.
      if (rest[rest.length - 1]?.type === 'label') rest.pop();
    } else if (token && token.type !== 'unit') rest.push(token);
  }
  // What is left alternates: label number label number, or number label number label.
  const labelFirst = rest[0]?.type === 'label';
  for (let at = 0; at + 1 < rest.length; at += 1) {
    const one = rest[at];
    const other = rest[at + 1];
    if (!one || !other || one.type === other.type) continue;
    const [label, value] = one.type === 'label' ? [one, other] : [other, one];
    if ((one.type === 'label') !== labelFirst) continue;
    add(value, label.kind, one.line === other.line ? 'label' : 'near', label);
    at += 1;
  }
  return found;
}

/** `123条记录 1/7页`: the total stands before its unit, the page numbers behind it. */
const totalFirst =
  /(?<![\d/])(\d[\d,]*)\s*(?:条|个|项)\s*(?:记录|数据|信息|结果)?\s*[,，]?\s*(?:第\s*)?\d+\s*\/\s*\d+\s*页/u;

/** The total that a list page states beside its paging: `共 123 条`, `检索到 45 个结果`; null where it states none. */
export function listTotal(page: Page, knowledge: CompiledKnowledge): { count: number; quote: string } | null {
  const words = knowledge.vocabulary.lists['list-totals'] ?? [];
  const lead = words.join('|');
  if (lead === '') return null;
  const rule = new RegExp(
    `(?:${lead})\\s*[:：]?\\s*(?:有|到)?\\s*(\\d[\\d,]*)(?![\\d,])\\s*(?:条(?!数据量)|个|项|款|份|类)?\\s*(?:记录|数据集|数据|结果|信息|目录|资源|接口|应用|api)?(?!\\s*(?:页|人|次))`,
    'iu',
  );
  for (const line of page.text.split('\n')) {
    if (line.length > 200) continue;
    const folded = foldWidth(line);
    const match = rule.exec(folded) ?? totalFirst.exec(folded);
    const count = match?.[1] ? parseCount(match[1]) : null;
    if (count !== null) return { count, quote: quoteOf(line) };
  }
  return null;
}
