import { linesOf } from './page-lines.ts';
import { rememberedOfPage } from './remembered.ts';

/** Numbering at the start of a paragraph: 1. 2、 （3） ⑷. */
const ordinal = /^\s*(?:[（(]?(\d{1,3})[）)]|(\d{1,3})\s*[.．、](?!\d))\s*(?=\S{2})/u;

/** `numberedLines` of a page's text. */
export const numberedLinesOf = rememberedOfPage((page, knowledge) => longestRun(linesOf(page, knowledge)));

/**
 * The longest run of consecutively numbered lines that starts at one; empty if there is none.
 * Unnumbered lines between them belong to the previous entry.
 */
export function numberedLines(text: string): string[] {
  return longestRun(text.split('\n'));
}

function longestRun(lines: readonly string[]): string[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const line of lines) {
    const match = ordinal.exec(line);
    if (match === null) continue;
    const number = Number(match[1] ?? match[2]);
    if (number === run.length + 1) run.push(line);
    else run = number === 1 ? [line] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
