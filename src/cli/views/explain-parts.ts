import type { Explanation, NodeRow } from '../../application/explain.ts';
import type { Pack } from '../../config/pack.ts';
import { wordFor } from '../../report/messages.ts';
import type { ExplainWords } from '../../report/messages-explain.ts';
import { decimals } from '../../report/text.ts';
import { cell, width } from '../output.ts';

/** What an explanation is printed with. */
export interface ExplainDisplay {
  readonly pack: Pick<Pack, 'failures' | 'meta'>;
  readonly dataFolder: string;
  readonly words: ExplainWords;
}

/** Columns of a label before its text. */
const labelWidth = 16;

/** `label      text`, aligned. */
export function labelled(label: string, text: string): string {
  return `${label}${' '.repeat(Math.max(1, labelWidth - width(label)))}${text}`;
}

/** The name of the government's group. */
export function groupOf({ government, groupNames }: Pick<Explanation, 'government' | 'groupNames'>): string {
  return wordFor(groupNames, government.group);
}

/**
 * State, level and confidence of a finding, and why it is open; in brief for a column, where the
 * reason of a present one stands elsewhere.
 */
export function claimOf(
  { point, finding }: Pick<NodeRow, 'point' | 'finding'>,
  words: ExplainWords,
  isBrief = false,
): string {
  const { report } = words;
  const state = finding?.state ?? 'unknown';
  const reason = point?.reason ?? finding?.reason ?? null;
  const level = finding?.value?.level;
  const isReasonShown = reason !== null && (!isBrief || state === 'unknown');
  return [
    wordFor(report.states, state),
    typeof level === 'string' ? cell(level, 20) : '',
    state === 'present' || state === 'absent' ? (finding?.confidence.toFixed(2) ?? '') : '',
    isReasonShown ? cell(wordFor(report.reasons, reason), isBrief ? 24 : 40) : '',
    finding?.review?.status === 'applied' ? `[${words.own.labels.review}]` : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** A node whose weight went to its siblings, and why. */
export function movedText({ number, node, score, point }: NodeRow, { own, report }: ExplainWords): string {
  const state = score.state === 'not-applicable' ? report.states['not-applicable'] : report.states.unknown;
  const reason = point?.reason ?? null;
  const why = reason === null ? state : `${state}: ${cell(wordFor(report.reasons, reason), 60)}`;
  return own.movedLine(number, node.name, decimals(node.full, 2), why);
}
