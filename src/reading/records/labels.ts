import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import { foldSpace } from '../text.ts';

/** Longest label; longer text is content. */
const longestLabel = 20;
/** Longest line that may hold a label and its marks. */
const longestName = longestLabel + 6;
const bare = /^[([{【〖《「*]+|[)\]}】〗》」*?:]+$/gu;

interface Memory {
  readonly labels: Map<string, string>;
  readonly likely: Map<string, boolean>;
  readonly known: Map<string, boolean>;
}
const memories = new WeakMap<CompiledKnowledge, Memory>();
/** Size at which the cache is emptied, to bound the memory that hostile pages can use. */
const mostKept = 20_000;

function memoryOf(knowledge: CompiledKnowledge): Memory {
  let memory = memories.get(knowledge);
  if (!memory || Math.max(memory.labels.size, memory.likely.size, memory.known.size) > mostKept) {
    memory = { labels: new Map(), likely: new Map(), known: new Map() };
    memories.set(knowledge, memory);
  }
  return memory;
}

/** Normalised label: folded, without ordinal, brackets and colon. */
export function labelOf(text: string, knowledge: CompiledKnowledge): string {
  const { labels } = memoryOf(knowledge);
  const known = labels.get(text);
  if (known !== undefined) return known;
  let label = foldLabel(text.slice(0, 200));
  for (const ordinal of knowledge.forms.ordinals) label = label.replace(ordinal, '');
  label = label.replace(bare, '').replace(/^[>»·•|,.、;/-]+|[:,、;/-]+$/gu, '');
  if (text.length < 60) labels.set(text, label);
  return label;
}

/** Whether a text could be a label: short, with letters, and not a sentence, date or number. */
export function isLabelLike(text: string, knowledge: CompiledKnowledge): boolean {
  if (text === '' || text.length > longestLabel + 30) return false;
  // Titles are many and would fill the memory.
  if (text.length > longestName && foldSpace(text).length > longestName) return false;
  const { likely } = memoryOf(knowledge);
  const known = likely.get(text);
  if (known !== undefined) return known;
  const is = couldName(text, knowledge);
  likely.set(text, is);
  return is;
}

function couldName(text: string, knowledge: CompiledKnowledge): boolean {
  const line = foldSpace(text);
  if (line === '' || line.length > longestName) return false;
  const label = labelOf(line, knowledge);
  if (label === '' || label.length > longestLabel || !/\p{L}/u.test(label)) return false;
  if (/[。！？!?；;，,：:{}<>=@"”“→➔➜➡⇒]|https?/u.test(label) || /^\d/u.test(label)) return false;
  return datesIn(line, knowledge).length === 0;
}

/** Whether the pack knows a label, with at most a few additional letters (申请材料清单). */
export function isKnownLabel(text: string, knowledge: CompiledKnowledge): boolean {
  if (text.length > longestLabel + 8) return false;
  const { known } = memoryOf(knowledge);
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const is = isNamed(labelOf(text, knowledge), knowledge);
  known.set(text, is);
  return is;
}

function isNamed(label: string, knowledge: CompiledKnowledge): boolean {
  const { labels } = knowledge.forms;
  if (labels.has(label)) return true;
  // Two labels in one (办理地点/时间), or one with a remark (公开内容(要素)).
  const [first = ''] = label.split(/[/、(]/u);
  return first !== label && labels.has(first);
}

/** Whether a text ends in a colon, as labels before their value do. */
export function endsInColon(text: string): boolean {
  return /[:：︰﹕]\s*$/u.test(text);
}

/** A name and value that are not yet a field. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** Markup in which the pair was found. */
  readonly from: 'table' | 'definition' | 'line';
}

const colon = /[:：︰﹕]/u;
/** A label and its colon in a line; a separator must precede it. */
const labelled =
  /(?:^|[\s|｜,，;；、]|(?<=[)）\]】]))([^\s:：|｜,，。;；、()（）[\]【】"“”]{1,16}(?:[(（][^()（）:：]{1,12}[)）])?)\s*[:：︰﹕](?!\/\/)\s*/gu;
const bracketed = /[[【〖]\s*([^】\]〗]{2,20})\s*[】\]〗]\s*[:：]?\s*([^[【〖]*)/gu;
const spaced = /^\S{2,14}\s+(\S.{0,200})$/u;
const gap = /\s/u;
/** A line without any of these has no pair, as most lines have not. */
const pairSigns = /[:：︰﹕[【〖\s]/u;

/** Pairs in one line: `来信人：张某 来信时间：2024-03-05`, `【标题】值`; empty for prose. */
export function linePairs(line: string, knowledge: CompiledKnowledge): Pair[] {
  if (!pairSigns.test(line)) return [];
  if (/^\s*[[【〖]/u.test(line)) {
    const named = [...line.matchAll(bracketed)].filter((match) => isLabelLike(match[1] ?? '', knowledge));
    if (named.length > 0)
      return named.map((match) => ({
        name: labelOf(match[1] ?? '', knowledge),
        value: foldSpace(match[2] ?? ''),
        from: 'line' as const,
      }));
  }
  const marks = colon.test(line)
    ? [...line.matchAll(labelled)].filter((match) => isLabelLike(match[1] ?? '', knowledge))
    : [];
  const [first] = marks;
  if (!first || line.slice(0, first.index).trim() !== '') {
    // A known label needs no colon if a blank follows.
    const name = line.slice(0, Math.max(0, line.search(gap)));
    if (name === '' || !isKnownLabel(name, knowledge)) return [];
    const value = spaced.exec(line)?.[1];
    if (value === undefined || isKnownLabel(value, knowledge)) return [];
    return [{ name: labelOf(name, knowledge), value: foldSpace(value), from: 'line' }];
  }
  return marks.map((match, at) => ({
    name: labelOf(match[1] ?? '', knowledge),
    value: foldSpace(line.slice(match.index + match[0].length, marks[at + 1]?.index ?? line.length)).replace(
      /[|｜,，;；、]+$/u,
      '',
    ),
    from: 'line' as const,
  }));
}

/** Splits pairs into things: each repetition of the first name starts a new thing. */
export function splitPairs(pairs: readonly Pair[]): Pair[][] {
  const [first] = pairs;
  if (!first) return [];
  const again = pairs.filter(({ name }) => name === first.name).length;
  if (again < 2) return [[...pairs]];
  const things: Pair[][] = [];
  for (const pair of pairs) {
    if (pair.name === first.name || things.length === 0) things.push([]);
    things[things.length - 1]?.push(pair);
  }
  return things.every((thing) => thing.length > 1) ? things : [[...pairs]];
}
