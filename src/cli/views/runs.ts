import type { Removal, RemovedRun } from '../../application/remove-runs.ts';
import type { RunEntry } from '../../application/runs.ts';
import { inZone } from '../../model/time.ts';
import { table } from '../output.ts';
import { say, titles } from '../say.ts';

/** One row for each run, newest first, or how to make the first. */
export function runsTable(entries: readonly RunEntry[], zone: string): string[] {
  if (entries.length === 0) return [say('the data folder holds no run yet; `govprobe crawl` makes one')];
  const isMeasured = entries.some(({ size }) => size !== null);
  const rows = entries.map((entry) => [
    entry.run.id,
    say(entry.run.kind),
    inZone(entry.run.started, zone),
    `${entry.completed}/${entry.planned}`,
    stateOf(entry),
    noteOf(entry),
    ...(isMeasured ? [megabytes(entry.size?.evidence), megabytes(entry.size?.own)] : []),
    usersOf(entry).join(', '),
  ]);
  const sizes = isMeasured ? ['evidence', 'own'] : [];
  return table(titles('run', 'kind', 'started', 'visits', 'state', 'with', ...sizes, 'used by'), rows);
}

/** Whether a run is whole, and what the gate said. */
function stateOf({ run, underWay, verdict }: RunEntry): string {
  if (underWay) return say('under way');
  const ended = say(run.finished === null ? 'incomplete' : 'complete');
  return verdict === null ? ended : `${ended}, ${say(verdict.passed ? 'passed' : 'refused')}`;
}

function noteOf({ browser, simulated }: RunEntry): string {
  return titles(browser ? 'browser' : 'no browser', simulated === true ? 'simulated' : '')
    .filter(Boolean)
    .join(', ');
}

/** What rests on a run, and whether readers see it. */
function usersOf({ shown, editions, reviews, derived, run }: RunEntry): string[] {
  const from = run.settings.derivedFrom;
  return [
    ...(shown === null ? [] : [say(shown === 'base' ? 'shown' : 'laid over the shown one')]),
    ...editions.map((name) => say('edition {name}', { name })),
    ...(reviews === 0 ? [] : [say(reviews === 1 ? '{count} review' : '{count} reviews', { count: reviews })]),
    ...derived.map((id) => say('judged again as {id}', { id })),
    ...(from === undefined ? [] : [say('judges the captures of {run}', { run: from.run })]),
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
  const done = say(removed ? 'removed' : 'would be removed');
  return [
    ...runs.flatMap((run) => [
      say('run {id} ({kind}, {visits} visits) {done}', { id: run.id, kind: say(run.kind), visits: run.visits, done }),
      ...effectsOf(run),
    ]),
    say('{files} evidence files ({size}) that nothing else refers to {done}', {
      files: evidence.files,
      size: megabytes(evidence.bytes),
      done,
    }),
    ...(evidence.young > 0
      ? [
          `   ${say('{count} more are younger than a day and stay; `govprobe prune --apply` removes them later', {
            count: evidence.young,
          })}`,
        ]
      : []),
    ...files.map((file) => `${file} ${done}`),
  ];
}

function effectsOf({ shown, lent, unfinished }: RemovedRun): string[] {
  return [
    ...(shown > 0
      ? [`   ${say('{count} findings that readers see now go back to what was known before', { count: shown })}`]
      : []),
    ...(lent > 0 ? [`   ${say('{count} unknown findings lose what this run knew of them', { count: lent })}`] : []),
    ...(unfinished ? [`   ${say('it is not complete, and cannot be resumed afterwards')}`] : []),
  ];
}
