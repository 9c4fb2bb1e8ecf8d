import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { pairOf } from './element-pairs.ts';
import { file, type Item, linksAway, textWithoutEmptyLabels } from './items.ts';
import { endsInColon, isKnownLabel, isLabelLike, type Pair } from './labels.ts';

export const noItems: ReadonlySet<Item> = new Set();
export const noPairs: readonly Pair[] = [];
/** Shapes of elements that are made to name what follows. */
const headShape =
  /^(?:h[1-6]|dt|th|label|strong|b)(?:\.|$)|\.(?:\w*[-_])?(?:tit|title|label|name|key|head|term|bt|lab)(?:[-_#]\w*)?(?:\.|$)/u;

/** Items that label the next one: known labels, those with only a colon, or alternating ones. */
export function labelItems(items: readonly Item[], knowledge: CompiledKnowledge): ReadonlySet<Item> {
  if (items.length === 0) return noItems;
  const labels = new Set<Item>();
  const shapes = new Map<string, Item[]>();
  for (const item of items) {
    if (item.full || item.text.length > 30) continue;
    const [only] = item.pairs;
    if (
      item.pairs.length === 0
        ? isKnownLabel(item.text, knowledge)
        : item.pairs.length === 1 && only?.value === '' && endsInColon(item.text)
    )
      labels.add(item);
    if (items.length > 1 && item.box && item.pairs.length === 0) file(shapes, item.box.shape, item);
  }
  for (const [shape, alike] of shapes)
    if (nameTheNext(shape, alike, items, knowledge)) for (const item of alike) labels.add(item);
  return labels;
}

function nameTheNext(
  shape: string,
  alike: readonly Item[],
  items: readonly Item[],
  knowledge: CompiledKnowledge,
): boolean {
  if (alike.length < 2) return false;
  const heads = headShape.test(shape);
  if (alike.length < (heads ? 2 : 3)) return false;
  const every = items.filter(({ box }) => box?.shape === shape);
  if (every.length !== alike.length) return false;
  if (!alike.every(({ text, box }) => isLabelLike(text, knowledge) && !linksAway(box))) return false;
  if (new Set(alike.map(({ text }) => text)).size !== alike.length) return false;
  const set = new Set(alike);
  const followed = items.filter(
    (item, at) => set.has(item) && items[at + 1] !== undefined && !set.has(items[at + 1] ?? item),
  );
  return heads ? followed.length >= 2 : followed.length === alike.length && items.length <= alike.length * 2 + 1;
}

/** Gives every label the text up to the next label, which may be empty. */
export function pairUp(
  items: readonly Item[],
  labels: ReadonlySet<Item>,
  knowledge: CompiledKnowledge,
): readonly Pair[] {
  const [only] = items;
  if (only === undefined) return noPairs;
  if (labels.size === 0) return items.length === 1 ? only.pairs : items.flatMap(({ pairs }) => pairs);
  const pairs: Pair[] = [];
  let open: OpenLabel | null = null;
  for (const item of items) {
    if (labels.has(item)) {
      if (open !== null) pairs.push(closed(open, knowledge));
      open = { name: item.text, values: [], definition: item.box?.tag === 'dt' };
      continue;
    }
    const value = open === null ? '' : textWithoutEmptyLabels(item.text, item.pairs, knowledge);
    if (value !== '') open?.values.push(value);
    pairs.push(...item.pairs);
  }
  if (open !== null) pairs.push(closed(open, knowledge));
  return pairs;
}

/** A label whose text is not complete. */
interface OpenLabel {
  readonly name: string;
  readonly values: string[];
  readonly definition: boolean;
}

function closed({ name, values, definition }: OpenLabel, knowledge: CompiledKnowledge): Pair {
  return pairOf(name, values.join('\n'), knowledge, definition ? 'definition' : 'line');
}
