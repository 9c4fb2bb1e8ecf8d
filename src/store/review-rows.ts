import type { Selectable } from 'kysely';
import { z } from 'zod';
import { findingStateSchema } from '../model/finding.ts';
import { claimHash, type Review } from '../model/review.ts';
import { type LogKind, type ReviewDetails, reviewDetailsSchema } from '../model/review-log.ts';
import type { ReviewTable } from './tables.ts';

/** A verdict as it is handed in; what the log adds is its id and its status. */
export type NewReview = Omit<Review, 'id' | 'machineHash' | 'status' | 'withdrawal'>;

/** Another entry of the log as it is handed in: a second reading, a skip or an objection. */
export interface NewEntry extends Omit<NewReview, 'state'> {
  readonly kind: Exclude<LogKind, 'verdict' | 'withdrawal'>;
  /** What is there according to the person; null for a skip. */
  readonly state: Review['state'] | null;
}

/** An entry of the log as it is stored, whatever its kind. */
export interface LogEntry extends Omit<NewEntry, 'kind'> {
  readonly id: number;
  readonly kind: LogKind;
  readonly withdraws: number | null;
  /** Whether a later entry takes it back. */
  readonly isWithdrawn: boolean;
  readonly sha256: string;
}

const valueSchema = z.record(z.string(), z.unknown()).nullable();
const machineSchema = z.object({ state: findingStateSchema, value: valueSchema });

/** A row before it has its number and its hash. */
export type NewRow = Omit<Selectable<ReviewTable>, 'id' | 'sha256'>;

/** Several verdicts at once are one decision. */
export function withDecision(row: NewRow, decision: number | null): NewRow {
  if (decision === null || row.kind !== 'verdict') return row;
  const details: ReviewDetails = row.details === null ? {} : reviewDetailsSchema.parse(JSON.parse(row.details));
  return { ...row, details: JSON.stringify({ ...details, decision }) };
}

/** The row of a verdict. */
export function verdictRow(verdict: NewReview): NewRow {
  const { government, probe, run, observed, machine, state, value, who, when, why, details } = verdict;
  return {
    kind: 'verdict',
    code: government,
    ...{ probe, run, observed, state, who, why },
    made: when,
    withdraws: null,
    machine: JSON.stringify(machine),
    machine_hash: claimHash(machine),
    value: value === null ? null : JSON.stringify(value),
    details: details === undefined ? null : JSON.stringify(details),
  };
}

/** The row that takes an entry back. */
export function withdrawalRow(
  entry: Pick<LogEntry, 'id' | 'government' | 'probe' | 'run' | 'observed' | 'machine'>,
  by: { who: string; when: string; why: string },
): NewRow {
  return {
    kind: 'withdrawal',
    code: entry.government,
    probe: entry.probe,
    run: entry.run,
    observed: entry.observed,
    machine: JSON.stringify(entry.machine),
    machine_hash: claimHash(entry.machine),
    state: null,
    value: null,
    who: by.who,
    made: by.when,
    why: by.why,
    withdraws: entry.id,
    details: null,
  };
}

/** A row as an entry of the log, whatever its kind. */
export function entryOf(row: Selectable<ReviewTable>, isWithdrawn: boolean): LogEntry {
  const { id, kind, probe, run, observed, who, why, withdraws } = row;
  return {
    ...{ id, kind, probe, run, observed, who, why, withdraws, isWithdrawn },
    government: row.code,
    machine: machineSchema.parse(JSON.parse(row.machine)),
    state: row.state === null ? null : findingStateSchema.parse(row.state),
    value: row.value === null ? null : valueSchema.parse(JSON.parse(row.value)),
    when: row.made,
    sha256: row.sha256 ?? '',
    ...detailsOf(row),
  };
}

function detailsOf({ details }: Selectable<ReviewTable>): { details?: ReviewDetails } {
  return details === null ? {} : { details: reviewDetailsSchema.parse(JSON.parse(details)) };
}

/** A row as a verdict. */
export function reviewOf(
  row: Selectable<ReviewTable>,
  status: Review['status'],
  withdrawal: Selectable<ReviewTable> | undefined,
): Review {
  return {
    id: row.id,
    government: row.code,
    probe: row.probe,
    run: row.run,
    observed: row.observed,
    machine: machineSchema.parse(JSON.parse(row.machine)),
    machineHash: row.machine_hash,
    state: findingStateSchema.parse(row.state),
    value: row.value === null ? null : valueSchema.parse(JSON.parse(row.value)),
    who: row.who,
    when: row.made,
    why: row.why,
    status,
    withdrawal:
      withdrawal === undefined
        ? null
        : { id: withdrawal.id, who: withdrawal.who, when: withdrawal.made, why: withdrawal.why },
    ...detailsOf(row),
  };
}
