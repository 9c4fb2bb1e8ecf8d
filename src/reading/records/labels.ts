import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import { foldSpace } from '../text.ts';

/** A label is short; longer texts say something. */
const longestLabel = 20;
const bare = /^[([{【〖《「*]+|[)\]}】〗》」*?:]+$/gu;

interface Memory {
  readonly labels: Map<string, string>;
  readonly likely: Map<string, boolean>;
}
const memories = new WeakMap<CompiledKnowledge, Memory>();
/** The same short texts come on every page; emptying what is kept when hostile pages fill it keeps memory bounded. */
const mostKept = 20_000;

function memoryOf(knowledge: CompiledKnowledge): Memory {
  let memory = memories.get(knowledge);
  if (!memory || memory.labels.size > mostKept || memory.likely.size > mostKept) {
    memory = { labels: new Map(), likely: new Map() };
    memories.set(knowledge, memory);
  }
  return memory;
}

/** A label as records name their fields by it: folded, without ordinal, brackets and colon. */
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

/** Whether a text could name a value: short, with letters, no sentence, no date, no number. */
export function isLabelLike(text: string, knowledge: CompiledKnowledge): boolean {
  if (text === '' || text.length > longestLabel + 30) return false;
  const { likely } = memoryOf(knowledge);
  const known = likely.get(text);
  if (known !== undefined) return known;
  const is = couldName(text, knowledge);
  likely.set(text, is);
  return is;
}

function couldName(text: string, knowledge: CompiledKnowledge): boolean {
  const line = foldSpace(text);
  if (line === '' || line.length > longestLabel + 6) return false;
  const label = labelOf(line, knowledge);
  if (label === '' || label.length > longestLabel || !/\p{L}/u.test(label)) return false;
  if (/[。！？!?；;，,：:{}<>=@"”“→➔➜➡⇒]|https?/u.test(label) || /^\d/u.test(label)) return false;
  return datesIn(line, knowledge).length === 0;
}

/** Whether a text is one of the labels that the pack knows, with a few letters more at most (申请材料清单). */
export function isKnownLabel(text: string, knowledge: CompiledKnowledge): boolean {
  if (text.length > longestLabel + 8) return false;
  const label = labelOf(text, knowledge);
  const { labels } = knowledge.forms;
  if (labels.has(label)) return true;
  // Two labels in one (办理地点/时间), or one with a remark (公开内容(要素)).
  const [first = ''] = label.split(/[/、(]/u);
  return first !== label && labels.has(first);
}

/** Whether a text ends in a colon, as labels do that stand before their value. */
export function endsInColon(text: string): boolean {
  return /[:：︰﹕]\s*$/u.test(text);
}

/** A named value before it is a field. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** Where the pair was read. */
  readonly from: 'table' | 'definition' | 'line';
}

/** A label on a line with its colon: what stands before it must part it from other text. */
const labelled =
  /(?:^|[\s|｜,，;；、]|(?<=[)）\]】]))([^\s:：|｜,，。;；、()（）[\]【】"“”]{1,16}(?:[(（][^()（）:：]{1,12}[)）])?)\s*[:：︰﹕](?!\/\/)\s*/gu;
const bracketed = /[[【〖]\s*([^】\]〗]{2,20})\s*[】\]〗]\s*[:：]?\s*([^[【〖]*)/gu;
const spaced = /^(\S{2,14})\s+(\S.{0,200})$/u;

/** Pairs that stand on one line: `来信人：张某 来信时间：2024-03-05`, `【标题】值`; empty for prose. */
export function linePairs(line: string, knowledge: CompiledKnowledge): Pair[] {
  if (/^\s*[[【〖]/u.test(line)) {
    const named = [...line.matchAll(bracketed)].filter((match) => isLabelLike(match[1] ?? '', knowledge));
    if (named.length > 0)
      return named.map((match) => ({
        name: labelOf(match[1] ?? '', knowledge),
        value: foldSpace(match[2] ?? ''),
        from: 'line' as const,
      }));
  }
  const marks = [...line.matchAll(labelled)].filter((match) => isLabelLike(match[1] ?? '', knowledge));
  const [first] = marks;
  if (!first || line.slice(0, first.index).trim() !== '') {
    // A label that the pack knows needs no colon where a blank parts it from its value.
    const [, name = '', value = ''] = spaced.exec(line) ?? [];
    if (!isKnownLabel(name, knowledge) || isKnownLabel(value, knowledge)) return [];
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

/** Parts pairs into things: one begins wherever the first name comes again. */
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
