import type { LogLine } from '../../application/visit-log.ts';
import { inZone } from '../../model/time.ts';
import { excerpt } from '../../report/text.ts';
import type { Exchange } from '../exchange.ts';
import { type Html, html } from '../markup.ts';

/** Fields of a line that have a place of their own, or say nothing to a reader. */
const placed = new Set(['level', 'time', 'run', 'event', 'government', 'pid', 'hostname', 'v']);
/** Longest value that is printed, in characters. */
const longest = 300;

const levels: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** One line of a log: time, level, event, and its other fields. */
export function logLine({ console }: Exchange, line: LogLine): Html {
  const level = levels[line.level] ?? String(line.level);
  const fields = Object.entries(line).flatMap(([name, value]) => {
    if (placed.has(name) || value === null || value === '') return [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [html`<span class="pair"><b>${name}</b> ${excerpt(text, longest)}</span> `];
  });
  const time = inZone(line.time, console.pack.meta['time-zone'], 'seconds');
  return html`<li class="log ${level}"><time datetime="${line.time}">${time.slice(0, 19)}</time> <span class="level">${level}</span> <strong>${excerpt(line.event, 60)}</strong> ${line.government === undefined ? null : html`<a href="/governments/${line.government}">${line.government}</a>`} ${fields}</li>
`;
}
