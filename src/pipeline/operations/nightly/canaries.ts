import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Truth } from '../../../model/truth.ts';
import { evaluate, type MismatchKind } from '../../../scoring/evaluate.ts';
import { exactly } from '../../../scoring/evaluation/compare-value.ts';

/** Governments of which everything is known, and the way to their sites. */
export interface Canaries {
  readonly governments: readonly Government[];
  readonly truths: readonly Truth[];
  /** What answers for their hosts. */
  readonly proxy: URL;
}

/** Disagreements that claim nothing wrong: something was not seen, or seen and not measured. */
const unseen: ReadonlySet<MismatchKind> = new Set<MismatchKind>(['missed', 'unmeasured']);

/**
 * Judgements of canaries that differ from what is known of them, a sentence each. What was not seen
 * is no misjudgement by itself (a machine without a browser sees less), but a run that misses a
 * third of what could be reached is blind. Levels and measures are held against the truth only
 * where a browser could show all there is.
 */
export function misjudgements(
  findings: readonly Finding[],
  truths: readonly Truth[],
  { hasBrowser, blindShare }: { readonly hasBrowser: boolean; readonly blindShare: number },
): string[] {
  const { agreements, mismatches } = evaluate(findings, truths, exactly);
  const wrong = mismatches
    .filter(({ kind }) => !unseen.has(kind) && (hasBrowser || kind !== 'wrong-value'))
    .map(({ government, probe, kind, expected, found }) => {
      return `${government} ${probe}: ${kind}, expected ${cut(expected)}, found ${cut(found)}`;
    });
  const reachable = agreements.reduce((sum, item) => sum + item.reachable, 0);
  const missed = mismatches.filter(({ kind }) => unseen.has(kind)).length;
  if (reachable === 0) return [...wrong, 'nothing is known of the canaries that could be compared'];
  return missed > reachable * blindShare
    ? [...wrong, `${missed} of ${reachable} things that the canaries show were not seen`]
    : wrong;
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
