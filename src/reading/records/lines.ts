import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { type Box, longestText, textOf } from './box.ts';
import { elementPairs } from './element-pairs.ts';
import { labelItems, noPairs, pairUp } from './label-items.ts';
import { isKnownLabel, linePairs, type Pair } from './labels.ts';

/** An element that begins with a label starts a new pair. */
const startsLabelled = /^[^:：\s]{1,18}\s*[:：]/u;

/**
 * Pairs in a line of inline content: with colons, or an element that names its neighbour.
 *
 * @param text of these nodes where somebody has it
 */
export function pairsInLine(
  kids: readonly (Box | string)[],
  text: string | null,
  knowledge: CompiledKnowledge,
): readonly Pair[] {
  const [only] = kids;
  if (kids.length === 1 && only !== undefined && typeof only !== 'string')
    return pairsInLine(only.kids, only.tag === 'br' ? null : only.text, knowledge);
  const isLabelled = (kid: Box | string): boolean => typeof kid !== 'string' && startsLabelled.test(kid.text);
  const isPlain = text !== null && (isWithoutColon(text) || !kids.some(isLabelled));
  const flat = isPlain ? text : textOf(kids.flatMap((kid) => (isLabelled(kid) ? [' ', kid] : [kid])));
  const lines = flat.includes('\n') ? flat.split('\n') : [flat];
  const pairs = lines.length === 1 ? linePairs(flat, knowledge) : lines.flatMap((line) => linePairs(line, knowledge));
  if (lines.length > 2 && lines.filter((line) => isKnownLabel(line, knowledge)).length >= 2) {
    const items = lines.map((line) => ({
      box: null,
      kids: [],
      text: line,
      pairs: linePairs(line, knowledge),
      full: false,
    }));
    return pairUp(items, labelItems(items, knowledge), knowledge);
  }
  if (pairs.length > 0) return pairs;
  const parts = kids.filter((kid): kid is Box => typeof kid !== 'string' && kid.spoken);
  if (parts.length === 0) return noPairs;
  const own = parts.flatMap((part) => (part.tag === 'a' ? [] : linePairs(part.text, knowledge)));
  if (own.length > 0) return own;
  const loose = kids.some((kid) => typeof kid === 'string' && kid.trim() !== '');
  return elementPairs(parts, loose ? flat : null, knowledge);
}

/** Whether no part of a text begins with a label, as all of it is there to see. */
function isWithoutColon(text: string): boolean {
  return text.length < longestText && !/[:：]/u.test(text);
}
