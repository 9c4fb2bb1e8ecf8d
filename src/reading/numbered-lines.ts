/** What begins an entry of a list that is written as paragraphs: 1. 2、 （3） ⑷. */
const ordinal = /^\s*(?:[（(]?(\d{1,3})[）)]|(\d{1,3})\s*[.．、](?!\d))\s*(?=\S{2})/u;

/**
 * Lines of a text that are numbered one after the other from one on: the entries of a list that is written as paragraphs. The longest such run;
 * empty where none is numbered. Lines between them belong to the entry before.
 */
export function numberedLines(text: string): string[] {
  let longest: string[] = [];
  let run: string[] = [];
  for (const line of text.split('\n')) {
    const match = ordinal.exec(line);
    if (match === null) continue;
    const number = Number(match[1] ?? match[2]);
    if (number === run.length + 1) run.push(line);
    else run = number === 1 ? [line] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
