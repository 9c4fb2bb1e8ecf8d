import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Box } from './box.ts';
import { cardOf, type Draft } from './drafts.ts';
import { linksAway } from './items.ts';
import { linePairs } from './labels.ts';

const fewestThings = 2;

/**
 * Items of a definition list whose terms are links to the items, each with its descriptions. Null
 * for lists of labels and values.
 */
export function thingsOf(list: Box, knowledge: CompiledKnowledge): Draft[] | null {
  const things: { title: Box; said: Box[] }[] = [];
  for (const box of list.boxes) {
    if (box.tag === 'dt') things.push({ title: box, said: [] });
    else if (box.tag === 'dd') things[things.length - 1]?.said.push(box);
  }
  if (things.length < fewestThings) return null;
  if (!things.every(({ title, said }) => said.length > 0 && linksAway(title))) return null;
  return things.map(({ title, said }) => {
    const cards = said.map((box) => {
      const lines = box.text.split('\n');
      return cardOf(
        box,
        lines.flatMap((line) => linePairs(line, knowledge)),
        knowledge,
      );
    });
    return {
      fields: [{ name: '', value: title.text }, ...cards.flatMap(({ fields }) => fields)],
      text: [title, ...said].map(({ text }) => text).join('\n'),
      box: title,
    };
  });
}
