import { leaves } from '../../config/pack.ts';
import type { Finding, FindingState } from '../../model/finding.ts';
import { dayIn, inZone } from '../../model/time.ts';
import { wordFor } from '../../report/messages.ts';
import { decimals, percent } from '../../report/text.ts';
import type { Exchange } from '../exchange.ts';
import { type Html, html, siteText } from '../markup.ts';

/** What stands where there is no figure. */
export const dash = '—';

/** A state as a word with its sign. */
export function stateWord({ words }: Exchange, state: FindingState): Html {
  return html`<span class="state ${state}">${words.states[state]}</span>`;
}

/** A reason in words; free text of a person or a site as it is. */
export function reasonWord({ words }: Exchange, reason: string | null): string {
  return reason === null ? '' : siteText(wordFor(words.reasons, reason));
}

/** State, confidence and reason of a finding in one line. */
export function claimLine(exchange: Exchange, finding: Finding): Html {
  const { state, confidence, reason } = finding;
  const sure = state === 'unknown' ? null : html` <small>${percent(confidence, 1)}</small>`;
  const why = reason === null ? null : html` <small>${reasonWord(exchange, reason)}</small>`;
  return html`${stateWord(exchange, state)}${sure}${why}`;
}

/** A time as the people of the pack read it. */
export function timeText({ console }: Exchange, time: string): string {
  return inZone(time, console.pack.meta['time-zone']);
}

export function dayText({ console }: Exchange, time: string): string {
  return dayIn(time, console.pack.meta['time-zone']);
}

/** A number with its digits, or a dash. */
export function figure(value: number | null | undefined, digits = 2): string {
  return value == null || !Number.isFinite(value) ? dash : decimals(value, digits);
}

/** A share as a percentage, or a dash. */
export function shareText(value: number | null | undefined, digits = 1): string {
  return value == null ? dash : percent(value, digits);
}

/** The name of the indicator that a probe feeds, in the language of the page; else the probe's own. */
export function indicatorOf(exchange: Exchange, probe: string): string {
  const leaf = leaves(exchange.console.pack.tree).find(({ finding }) => finding === probe);
  return leaf === undefined ? probe : exchange.names.indicator(leaf);
}

const megabyte = 1024 * 1024;

export function bytesText(bytes: number): string {
  return bytes >= megabyte ? `${decimals(bytes / megabyte, 1)} MB` : `${decimals(bytes / 1024, 1)} KB`;
}
