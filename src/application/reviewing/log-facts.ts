import { canonicalJson } from '../../model/canonical-json.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Outcome } from '../../scoring/reviewing/learn.ts';
import type { LogEntry } from '../../store/reviews.ts';

/** What the log of reviews means for the queue. */
export interface LogFacts {
  /** Names of causes that a person has decided on. */
  readonly settledCauses: ReadonlySet<string>;
  /** What decisions showed about stated doubts. */
  readonly outcomes: readonly Outcome[];
  /** Findings that were passed over, with who did, by `government probe`. */
  readonly skipped: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @param entries the whole log */
export function logFacts(entries: readonly LogEntry[]): LogFacts {
  const settledCauses = new Set<string>();
  const outcomes: Outcome[] = [];
  const skipped = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.isWithdrawn) continue;
    if (entry.kind === 'skip') {
      const key = findingKey(entry);
      skipped.set(key, (skipped.get(key) ?? new Set()).add(entry.who));
    }
    if (entry.kind !== 'verdict') continue;
    const { cause, expected: stated } = entry.details ?? {};
    const { state } = entry.machine;
    if (cause !== undefined && !settledCauses.has(cause.name)) {
      settledCauses.add(cause.name);
      const { expected, wrong, surprise } = cause;
      outcomes.push({ kind: 'shared', state, expected, wasWrong: wrong, surprise });
    }
    if (cause === undefined && stated !== undefined)
      outcomes.push({ kind: 'own', state, expected: stated, wasWrong: !claimsSame(entry.machine, entry) });
  }
  return { settledCauses, outcomes, skipped };
}

/** Whether a person states what was claimed: the state, and every value that is stated. */
export function claimsSame(
  machine: Pick<Finding, 'state' | 'value'>,
  said: { readonly state: string | null; readonly value: Finding['value'] },
): boolean {
  if (machine.state !== said.state) return false;
  return Object.entries(said.value ?? {}).every(
    ([key, value]) => canonicalJson(machine.value?.[key] ?? null) === canonicalJson(value ?? null),
  );
}
