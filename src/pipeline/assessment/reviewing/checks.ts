import type { Pack } from '../../../config/pack.ts';
import { type Finding, findingKey } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Objection, ObjectionOutcome, ReviewChecks } from '../../../model/review-checks.ts';
import type { LogEntry } from '../../../store/reviews.ts';
import { readingsOf, saySame } from './readings.ts';

/** What the log of reviews says of findings besides the verdicts themselves. Pure. */
export function reviewChecks(
  entries: readonly LogEntry[],
  findings: readonly Finding[],
  governments: readonly Government[],
  pack: Pick<Pack, 'analysis'>,
): ReviewChecks {
  const { sampled, people, withMachine, probes } = readingsOf(findings, governments, entries, pack);
  const codes = new Set(governments.map(({ code }) => code));
  return {
    objections: objectionsIn(entries).filter(({ government }) => codes.has(government)),
    sample: {
      drawn: sampled.length,
      share: pack.analysis.review['sample-share'],
      probes: probes.map((own) => ({ ...own })),
      readTwice: people.units,
      observed: people.observed,
      ac1: people.ac1,
      alpha: people.alpha,
      withMachine: { ac1: withMachine.ac1, alpha: withMachine.alpha },
    },
  };
}

/** Every objection of the log that was not taken back, oldest first. */
export function objectionsIn(entries: readonly LogEntry[]): Objection[] {
  const standing = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const verdicts = Map.groupBy(
    standing.filter(({ kind }) => kind === 'verdict'),
    (entry) => findingKey(entry),
  );
  return standing.flatMap((entry): Objection[] => {
    const source = entry.details?.objection;
    if (entry.kind !== 'objection' || source === undefined || entry.state === null) return [];
    const { id, government, probe, state, value, why } = entry;
    const decision = verdicts.get(findingKey(entry))?.findLast((verdict) => verdict.id > id) ?? null;
    const { signer, office, dated, reference } = source;
    return [
      {
        ...{ id, government, probe, signer, office, dated, reference, why },
        claim: { state, value },
        outcome: outcomeOf(entry, decision),
        decided: decision?.state == null ? null : decidedBy(decision, decision.state),
      },
    ];
  });
}

function decidedBy({ who, when, why, value }: LogEntry, state: Finding['state']): Objection['decided'] {
  return { who, when, why, claim: { state, value } };
}

function outcomeOf(objection: LogEntry, decision: LogEntry | null): ObjectionOutcome {
  if (decision === null) return 'pending';
  if (saySame(objection, decision)) return 'upheld';
  return saySame(decision, objection.machine) ? 'rejected' : 'partly';
}
