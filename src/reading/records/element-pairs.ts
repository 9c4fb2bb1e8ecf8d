import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Box } from './box.ts';
import { longestValue } from './items.ts';
import { isKnownLabel, isLabelLike, labelOf, type Pair } from './labels.ts';

/** A pair of a label as it stands on the page and its value, cut at `longestValue`. */
export function pairOf(label: string, value: string, knowledge: CompiledKnowledge, from: Pair['from'] = 'line'): Pair {
  return { name: labelOf(label, knowledge), value: value.slice(0, longestValue), from };
}

/**
 * Pairs of adjacent elements: `<b>标题</b>值`, `<span>办理时限</span><span>5个工作日</span>`.
 *
 * @param loose the whole line where text stands outside its elements, else null
 */
export function elementPairs(
  parts: readonly Box[],
  loose: string | null,
  knowledge: CompiledKnowledge,
): readonly Pair[] {
  const [first, second] = parts;
  if (!first || first.tag === 'a') return [];
  const named = (text: string): boolean => isKnownLabel(text, knowledge);
  if (loose !== null) {
    const rest = loose.slice(first.text.length).trim();
    const marked = /^(?:b|strong|label|span|em|i)$/u.test(first.tag) && loose.startsWith(first.text);
    return marked && parts.length === 1 && named(first.text) ? [pairOf(first.text, rest, knowledge)] : [];
  }
  if (parts.length === 1 || parts.length % 2 === 1 || !second) return [];
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const label = parts[at];
    const value = parts[at + 1];
    if (!label || !value || (alike(label, value) && !named(label.text))) return [];
    if (!isLabelLike(label.text, knowledge)) return valuesFirst(parts, knowledge);
    pairs.push(pairOf(label.text, value.text, knowledge));
  }
  return pairs;
}

function alike(one: Box, other: Box): boolean {
  return one.tag === other.tag && one.shape === other.shape;
}

/** Numbers before their labels: `<b>1203</b><span>数据集</span>`. */
function valuesFirst(parts: readonly Box[], knowledge: CompiledKnowledge): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const value = parts[at];
    const label = parts[at + 1];
    if (!label || !value || !/^[\d\p{N}]/u.test(value.text) || !isLabelLike(label.text, knowledge)) return [];
    pairs.push(pairOf(label.text, value.text, knowledge));
  }
  return pairs;
}
