import type { Box } from './box.ts';

/** One position of a table grid; a cell with a span fills several. */
export interface Cell {
  readonly box: Box;
  readonly text: string;
  readonly head: boolean;
  /** Whether this is the first position of the cell. */
  readonly origin: boolean;
}

const bodies = new Set(['thead', 'tbody', 'tfoot']);
const mostRows = 600;
const mostColumns = 40;

/** Rows of a table without nested tables, with spanning cells repeated in every position. */
export function gridOf(table: Box): Cell[][] {
  const rows: Box[] = [];
  for (const part of table.boxes) {
    if (part.tag === 'tr') rows.push(part);
    else if (bodies.has(part.tag)) rows.push(...part.boxes.filter(({ tag }) => tag === 'tr'));
  }
  const grid: Cell[][] = [];
  const below = new Map<number, { cell: Cell; left: number }>();
  for (const row of rows.slice(0, mostRows)) {
    const cells: Cell[] = [];
    const carry = (): void => {
      for (let over = below.get(cells.length); over; over = below.get(cells.length)) {
        if (over.left <= 1) below.delete(cells.length);
        else below.set(cells.length, { ...over, left: over.left - 1 });
        cells.push(over.cell);
      }
    };
    for (const kid of row.kids) {
      if (typeof kid === 'string' || (kid.tag !== 'td' && kid.tag !== 'th')) continue;
      carry();
      const wide = span(kid.attributes.colspan, mostColumns);
      const high = span(kid.attributes.rowspan, mostRows);
      for (let at = 0; at < wide && cells.length < mostColumns; at += 1) {
        const cell = { box: kid, text: kid.text.replaceAll('\n', ' '), head: kid.tag === 'th', origin: at === 0 };
        if (high > 1) below.set(cells.length, { cell: { ...cell, origin: false }, left: high - 1 });
        cells.push(cell);
      }
    }
    carry();
    if (cells.some(({ text }) => text !== '')) grid.push(cells);
  }
  return grid;
}

function span(raw: string | undefined, most: number): number {
  const wide = Number.parseInt(raw ?? '1', 10);
  return Number.isFinite(wide) && wide > 1 ? Math.min(wide, most) : 1;
}
