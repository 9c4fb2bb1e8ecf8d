import { oneLine } from './text.ts';

/** A line of a page with the part that a quote covers; `mark` is empty where none does. */
export interface MarkedLine {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/** Shorter lines occur anywhere, and are no sign that a quote stands there. */
const shortestLine = 4;

/** The lines of a page, each with the first quote that it holds; a line that is a part of a quote is marked as a whole. */
export function markQuotes(lines: readonly string[], quotes: readonly string[]): MarkedLine[] {
  const wanted = quotes.flatMap(soughtIn);
  return lines.map((line) => markLine(oneLine(line), wanted));
}

/** Texts that show where a quote stands: it may be cut, and have the address of a link behind its label. */
function soughtIn(quote: string): string[] {
  const whole = oneLine(quote).replace(/…$/u, '');
  const label = whole.replace(/\s*https?:\S+$/u, '');
  return [...new Set([whole, label])].filter((text) => text !== '');
}

function markLine(line: string, quotes: readonly string[]): MarkedLine {
  for (const mark of quotes) {
    const at = line.indexOf(mark);
    if (at >= 0) return { before: line.slice(0, at), mark, after: line.slice(at + mark.length) };
    if (line.length >= shortestLine && mark.includes(line)) return { before: '', mark: line, after: '' };
  }
  return { before: line, mark: '', after: '' };
}
