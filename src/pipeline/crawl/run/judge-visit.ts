import type { Capture } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Reading } from '../../../store/store.ts';
import { judge } from '../../judging/judge.ts';
import { basisKey, stableUntil } from '../../judging/judging-basis.ts';
import type { Entry } from '../frontier/visit.ts';
import type { VisitOutcome } from '../visit/conduct-visit.ts';
import type { RunContext } from './run-context.ts';
import type { RunOptions } from './run-options.ts';

/** Hash over all that the findings of a government rest on besides its captures. */
export function basisKeyOf({ pack, probes, chromium }: RunOptions, government: Government): string {
  return basisKey({ pack, probes, government, hasBrowser: chromium !== null });
}

/** Judges what a full visit read, and tells how long the findings hold for the same captures. */
export function judgeVisit(
  { options, clock, recorder }: RunContext,
  government: Government,
  { entries, unread }: Extract<VisitOutcome, { changed: true }>,
): { findings: Finding[]; basis: Reading } {
  const { pack, probes } = options;
  const { tree, knowledge, calibration } = pack;
  const input = { government, entries, unread, probes, tree, knowledge, calibration };
  const { findings, problems } = judge(input);
  for (const { probe, error } of problems) recorder.probeFailed(government, probe, error);
  const now = clock.now();
  const days = pack.schedule.incremental['full-after-days'];
  const until = problems.length > 0 ? null : stableUntil(input, findings, now, days);
  const basis = {
    key: basisKeyOf(options, government),
    readAt: new Date(now).toISOString(),
    stableUntil: until === null ? null : new Date(until).toISOString(),
  };
  return { findings, basis };
}

/** Captures of a visit; two targets that gave the very same capture are stored once. */
export function uniqueCaptures(entries: readonly Entry[]): Capture[] {
  const byId = new Map<string, Capture>();
  for (const { capture } of entries) if (!byId.has(capture.id)) byId.set(capture.id, capture);
  return [...byId.values()];
}
