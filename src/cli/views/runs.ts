import type { Removal, RemovedRun } from '../../application/remove-runs.ts';
import type { RunEntry } from '../../application/runs.ts';
import { inZone } from '../../model/time.ts';
import { table } from '../output.ts';

/** One row for each run, newest first, or how to make the first. */
export function runsTable(entries: readonly RunEntry[], zone: string): string[] {
  if (entries.length === 0) return ['the data folder holds no run yet; `govprobe crawl` makes one'];
  const isMeasured = entries.some(({ size }) => size !== null);
  const rows = entries.map((entry) => [
    entry.run.id,
    entry.run.kind,
    inZone(entry.run.started, zone),
    `${entry.completed}/${entry.planned}`,
    stateOf(entry),
    noteOf(entry),
    ...(isMeasured ? [megabytes(entry.size?.evidence), megabytes(entry.size?.own)] : []),
    usersOf(entry).join(', '),
  ]);
  const sizes = isMeasured ? ['evidence', 'own'] : [];
  return table(['run', 'kind', 'started', 'visits', 'state', 'with', ...sizes, 'used by'], rows);
}

/** Whether a run is whole, and what the gate said. */
function stateOf({ run, underWay, verdict }: RunEntry): string {
  if (underWay) return 'under way';
  const ended = run.finished === null ? 'incomplete' : 'complete';
  return verdict === null ? ended : `${ended}, ${verdict.passed ? 'passed' : 'refused'}`;
}

function noteOf({ browser, simulated }: RunEntry): string {
  return [browser ? 'browser' : 'no browser', simulated === true ? 'simulated' : ''].filter(Boolean).join(', ');
}

/** What rests on a run, and whether readers see it. */
function usersOf({ shown, editions, reviews, derived, run }: RunEntry): string[] {
  const from = run.settings.derivedFrom;
  return [
    ...(shown === null ? [] : [shown === 'base' ? 'shown' : 'laid over the shown one']),
    ...editions.map((name) => `edition ${name}`),
    ...(reviews === 0 ? [] : [`${reviews} review${reviews === 1 ? '' : 's'}`]),
    ...derived.map((id) => `judged again as ${id}`),
    ...(from === undefined ? [] : [`judges the captures of ${from.run}`]),
  ];
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '-' : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The same for other programs. */
export function runsJson(entries: readonly RunEntry[]) {
  return entries.map(({ run, verdict, ...rest }) => ({
    ...{ id: run.id, kind: run.kind, started: run.started, finished: run.finished },
    ...{ toolVersion: run.toolVersion, configHash: run.configHash, night: run.settings.night ?? null },
    proxy: run.settings.proxy ?? null,
    derivedFrom: run.settings.derivedFrom?.run ?? null,
    gate: verdict === null ? null : { passed: verdict.passed, decided: verdict.decided, reasons: verdict.reasons },
    ...rest,
  }));
}

/** What goes with runs, or has gone, a line each. */
export function removalLines({ runs, evidence, files, removed }: Removal): string[] {
  const done = removed ? 'removed' : 'would be removed';
  return [
    ...runs.flatMap((run) => [`run ${run.id} (${run.kind}, ${run.visits} visits) ${done}`, ...effectsOf(run)]),
    `${evidence.files} evidence files (${megabytes(evidence.bytes)}) that nothing else refers to ${done}`,
    ...(evidence.young > 0
      ? [`   ${evidence.young} more are younger than a day and stay; \`govprobe prune --apply\` removes them later`]
      : []),
    ...files.map((file) => `${file} ${done}`),
  ];
}

function effectsOf({ shown, lent, unfinished }: RemovedRun): string[] {
  return [
    ...(shown > 0 ? [`   ${shown} findings that readers see now go back to what was known before`] : []),
    ...(lent > 0 ? [`   ${lent} unknown findings lose what this run knew of them`] : []),
    ...(unfinished ? ['   it is not complete, and cannot be resumed afterwards'] : []),
  ];
}
