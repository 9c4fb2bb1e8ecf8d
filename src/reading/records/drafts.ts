import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { PageRegion } from '../page.ts';
import type { Field, RecordSource } from '../record.ts';
import type { Box } from './box.ts';
import { isKnownLabel, labelOf, linePairs, type Pair } from './labels.ts';

/** A record before its link is looked up and its texts are cut. */
export interface Draft {
  readonly fields: readonly Field[];
  readonly text: string;
  /** Where its link stands; null where nothing of the page is one thing's own. */
  readonly box: Box | null;
}

/** A group before it is bounded. */
export interface DraftGroup {
  readonly source: RecordSource;
  readonly heading: string;
  readonly headers: readonly string[];
  readonly drafts: Draft[];
  readonly region: PageRegion;
}

const mostPieces = 14;

/** The pieces of text of a box that its markup keeps apart, in order. */
export function piecesOf(box: Box): string[] {
  const pieces: string[] = [];
  const look = (inside: Box): void => {
    if (pieces.length >= mostPieces) return;
    if (inside.boxes.length === 0) {
      for (const line of inside.text.split('\n')) if (line !== '') pieces.push(line);
      return;
    }
    for (const kid of inside.kids) {
      if (pieces.length >= mostPieces) return;
      if (typeof kid !== 'string') {
        if (kid.text !== '') look(kid);
      } else {
        const text = kid.replace(/\s+/gu, ' ').trim();
        if (/[\p{L}\p{N}]/u.test(text)) pieces.push(text);
      }
    }
  };
  look(box);
  return pieces;
}

/** A record of a card: first what no label names (its title), then its pairs. */
export function cardOf(box: Box, pairs: readonly Pair[], knowledge: CompiledKnowledge): Draft {
  const spoken = new Set(pairs.flatMap(({ name, value }) => [name, ...value.split('\n')]));
  const free = piecesOf(box).filter((piece) => {
    if (spoken.has(piece) || spoken.has(labelOf(piece, knowledge))) return false;
    return (
      linePairs(piece, knowledge).length === 0 &&
      !isKnownLabel(piece, knowledge) &&
      !pairs.some(({ value }) => value.includes(piece))
    );
  });
  const fields = [...free.map((value) => ({ name: '', value })), ...pairs.map(({ name, value }) => ({ name, value }))];
  return { fields, text: box.text, box };
}
