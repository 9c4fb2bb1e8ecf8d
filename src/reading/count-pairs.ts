import type { Token } from './count-tokens.ts';
import { quoteOf } from './text.ts';

/** A number and the kind of thing that it counts. */
export interface Sighted {
  readonly kind: string;
  readonly count: number;
  readonly quote: string;
  readonly by: 'unit' | 'label' | 'near';
  readonly line: number;
}

/**
 * Pairs numbers with units and labels: first the unit after a number, then the label before its
 * brackets, then alternating labels and numbers.
 */
export function readTokens(tokens: readonly Token[], lines: readonly string[]): Sighted[] {
  return runsOf(tokens).flatMap((run) => readRun(run, lines));
}

/** Splits the tokens at foreign text, across which nothing is paired. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    const run = runs[runs.length - 1];
    const previous = run?.[run.length - 1];
    if (token.type === 'other') runs.push([]);
    else if (previous !== undefined && token.line - previous.line > 1) runs.push([token]);
    else run?.push(token);
  }
  return runs.filter((run) => run.length > 0);
}

function readRun(run: readonly Token[], lines: readonly string[]): Sighted[] {
  const found: Sighted[] = [];
  const add = (token: Token, kind: string, by: Sighted['by'], other: Token): void => {
    if (kind === '' || Number.isNaN(token.value)) return;
    const places = [...new Set([token.line, other.line])].sort((a, b) => a - b);
    const quote = quoteOf(places.map((line) => lines[line] ?? '').join(' '));
    found.push({
      kind,
      count: Math.round(token.value * (other.type === 'label' ? other.value : 1)),
      by,
      quote,
      line: token.line,
    });
  };
  const rest: Token[] = [];
  for (const [at, token] of run.entries()) {
    const next = run[at + 1];
    const last = rest[rest.length - 1];
    if (token.type === 'number' && next?.type === 'unit') {
      add(token, next.kind, 'unit', next);
      // In `数据集：12个数据集` the unit already names the kind, so the label is dropped.
      if (last?.type === 'label' && last.line === token.line) rest.pop();
    } else if (token.type === 'number' && token.bracketed && last?.type === 'label' && last.line === token.line) {
      add(token, last.kind, 'label', last);
      rest.pop();
    } else if (token.type !== 'unit') rest.push(token);
  }
  for (const turn of alternatingSequences(rest)) {
    const first = labelsFirst(turn);
    if (first === null) continue;
    for (let at = first === (turn[0]?.type === 'label') ? 0 : 1; at + 1 < turn.length; at += 2) {
      const one = turn[at];
      const other = turn[at + 1];
      if (!one || !other) continue;
      const [label, value] = one.type === 'label' ? [one, other] : [other, one];
      add(value, label.kind, one.line === other.line ? 'label' : 'near', label);
    }
  }
  return found;
}

/** Sequences in which labels and numbers alternate. */
function alternatingSequences(rest: readonly Token[]): Token[][] {
  const turns: Token[][] = [];
  for (const token of rest) {
    const turn = turns[turns.length - 1];
    if (turn && turn[turn.length - 1]?.type !== token.type) turn.push(token);
    else turns.push([token]);
  }
  return turns.filter((turn) => turn.length > 1);
}

/**
 * Whether labels precede their numbers; null if undecided. If the first and last token are of the
 * same type, shared lines decide, then which of the two labels is known.
 */
function labelsFirst(turn: readonly Token[]): boolean | null {
  const [first] = turn;
  const last = turn[turn.length - 1];
  if (!first || !last) return null;
  if (first.type !== last.type) return first.type === 'label';
  const before = turn.filter((token, at) => token.type === 'number' && turn[at - 1]?.line === token.line).length;
  const after = turn.filter((token, at) => token.type === 'number' && turn[at + 1]?.line === token.line).length;
  if (before !== after) return before > after;
  if (first.type === 'number') return null;
  if ((first.kind === '') === (last.kind === '')) return first.kind === '' ? null : true;
  return first.kind !== '';
}
