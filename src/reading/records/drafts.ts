import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { PageRegion } from '../page.ts';
import type { Field, RecordSource } from '../record.ts';
import type { Box } from './box.ts';
import { isKnownLabel, labelOf, linePairs, type Pair } from './labels.ts';

/** A record before its link is resolved and its texts are cut. */
export interface Draft {
  readonly fields: readonly Field[];
  readonly text: string;
  /** The element that contains its link; null if the record has no element. */
  readonly box: Box | null;
}

/** A group before its limits are applied. */
export interface DraftGroup {
  readonly source: RecordSource;
  readonly heading: string;
  readonly headers: readonly string[];
  readonly drafts: Draft[];
  readonly region: PageRegion;
}

const mostPieces = 14;

/** The pieces of text that the markup of an element separates, in order. */
export function piecesOf(box: Box): string[] {
  const pieces: string[] = [];
  const look = (inside: Box): void => {
    if (pieces.length >= mostPieces) return;
    if (inside.boxes.length === 0) {
      if (!inside.text.includes('\n')) {
        if (inside.text !== '') pieces.push(inside.text);
        return;
      }
      for (const line of inside.text.split('\n')) if (line !== '') pieces.push(line);
      return;
    }
    for (const kid of inside.kids) {
      if (pieces.length >= mostPieces) return;
      if (typeof kid !== 'string') {
        if (kid.spoken) look(kid);
      } else if (/[\p{L}\p{N}]/u.test(kid)) pieces.push(kid.replace(/\s+/gu, ' ').trim());
    }
  };
  look(box);
  return pieces;
}

/** Whether a piece is a label or a part of a value of these pairs; most cards have none. */
function spokenIn(pairs: readonly Pair[], knowledge: CompiledKnowledge): (piece: string) => boolean {
  if (pairs.length === 0) return () => false;
  const spoken = new Set(pairs.flatMap(({ name, value }) => [name, ...value.split('\n')]));
  return (piece) =>
    spoken.has(piece) || spoken.has(labelOf(piece, knowledge)) || pairs.some(({ value }) => value.includes(piece));
}

/** Makes a card a record: first its text without labels (the title), then its labelled values. */
export function cardOf(box: Box, pairs: readonly Pair[], knowledge: CompiledKnowledge): Draft {
  const isSpoken = spokenIn(pairs, knowledge);
  const free = piecesOf(box).filter(
    (piece) => !isSpoken(piece) && linePairs(piece, knowledge).length === 0 && !isKnownLabel(piece, knowledge),
  );
  const fields = [...free.map((value) => ({ name: '', value })), ...pairs.map(({ name, value }) => ({ name, value }))];
  return { fields, text: box.text, box };
}
