import type { BoxStack } from './box-stack.ts';

/** Elements of a table that contain other parts of it, but no text. */
export const tableContext: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'colgroup']);
const bodies = new Set(['tbody', 'thead', 'tfoot']);
const cells = new Set(['td', 'th']);
const parts = new Set(['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);
const places = new Set([...tableContext, ...cells, 'caption']);
const tableScope = new Set(['html', 'table']);
const noStops: ReadonlySet<string> = new Set();

/** The part of a table that the innermost element is in; empty outside of tables. */
function placeOf(stack: BoxStack): { readonly tag: string; readonly at: number } {
  const at = stack.find((tag) => places.has(tag), noStops);
  return { at, tag: stack.tagAt(at) };
}

/**
 * Opens a part of a table as browsers do, with the parts that a document may leave out; false if the
 * tag is none, or there is no table.
 */
export function startInTable(stack: BoxStack, tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!parts.has(tag)) return false;
  for (let place = placeOf(stack); ; place = placeOf(stack)) {
    if (place.at < 0) return false;
    if (cells.has(place.tag) || place.tag === 'caption') stack.closePart(place.at);
    else if (place.tag === 'tr' && cells.has(tag)) break;
    else if (place.tag === 'colgroup' && tag === 'col') break;
    else if (place.tag === 'tr' || place.tag === 'colgroup') stack.closePart(place.at);
    else if (bodies.has(place.tag) && (tag === 'tr' || cells.has(tag))) break;
    else if (bodies.has(place.tag)) stack.closePart(place.at);
    else break;
  }
  openPart(stack, tag, attributes);
  return true;
}

function openPart(stack: BoxStack, tag: string, attributes: Readonly<Record<string, string>>): void {
  if (stack.top === 'table' && (tag === 'tr' || cells.has(tag))) stack.push('tbody', {});
  if (bodies.has(stack.top) && cells.has(tag)) stack.push('tr', {});
  if (tag !== 'col') {
    stack.push(tag, attributes);
    return;
  }
  if (stack.top === 'table') stack.push('colgroup', {});
  stack.insert(tag, attributes);
}

/** Handles the end tag of a table or of a part of one; false for other end tags. */
export function endInTable(stack: BoxStack, tag: string): boolean {
  if (!parts.has(tag) && tag !== 'table') return false;
  // A part that is not open in this table has no end.
  stack.closePart(stack.inScope(tag, tableScope));
  return true;
}
