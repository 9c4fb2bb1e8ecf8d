import type { WrittenSheet } from '../../application/check-sheet.ts';
import type { ReadCheckSheet } from '../../application/read-check-sheet.ts';
import type { Interval } from '../../scoring/evaluation/reliability.ts';
import type { BrokenLimit } from '../../scoring/sampling/check-sheet.ts';
import { table } from '../output.ts';

/** What was written, a line each. */
export function writtenSheetLines({ file, pages, run, simulated, states }: WrittenSheet): string[] {
  const rows = states.reduce((sum, state) => sum + state.rows, 0);
  const parts = states.map((item) => `${item.rows} of ${item.population} ${item.state}`).join(', ');
  return [
    `${file}: ${rows} ${simulated ? 'simulated ' : ''}findings of run ${run} (${parts})`,
    ...(pages === null ? [] : [`${pages}: the stored pages that they quote`]),
    `next: fill in the sheet, then govprobe check-sheet --read ${file}`,
  ];
}

/** What a checked sheet says: a table per state, all claims together, and the decision. */
export function checkedSheetLines(result: ReadCheckSheet): string[] {
  const { claims, overall, unknown, simulated, missing, people, runs, truth } = result;
  const head = [
    'state',
    'findings',
    'checked',
    'right',
    'wrong',
    'cannot tell',
    'right of told',
    '95% interval',
    'at worst',
  ];
  const rows = claims.map((claim) => [
    claim.state,
    String(claim.population),
    `${claim.rows - claim.open} of ${claim.rows}`,
    ...[claim.right, claim.wrong, claim.cannotTell].map(String),
    percent(claim.share),
    claim.share === null ? '-' : between(claim.interval),
    percent(claim.atWorst),
  ]);
  const { present, absent, neither, open } = unknown;
  return [
    `${simulated ? 'simulated ' : ''}run ${runs.join(', ')}, checked by ${people.map(({ who, rows: count }) => `${who} (${count})`).join(', ') || 'nobody yet'}`,
    ...table(head, rows),
    overall === null
      ? 'all claims: not both states were checked'
      : `all claims, by number of findings: ${percent(overall.share)} right (${between(overall.interval)})`,
    `${unknown.rows} unknown findings: ${present} really present, ${absent} really absent, ${neither} nobody can tell, ${open} not checked`,
    ...(missing === 0 ? [] : [`${missing} rows of the sheet are gone and count as not checked`]),
    ...(truth === null ? [] : [`${truth.file}: ${truth.lines} lines of truth`]),
    ...decisionLines(result),
  ];
}

function decisionLines({ go, broken, simulated }: ReadCheckSheet): string[] {
  const ofWhom = simulated ? ' (simulated: this says nothing of real sites)' : '';
  if (go) return [`go${ofWhom}: every limit of check-sheet in schedule.yaml is kept`];
  return [`no-go${ofWhom}:`, ...broken.map((limit) => `  ${brokenLine(limit)}`)];
}

function brokenLine({ limit, wanted, found }: BrokenLimit): string {
  const bound = limit === 'cannot-tell' ? 'at most' : 'at least';
  return `${limit}: expected ${bound} ${percent(wanted)}, found ${found === null ? 'nothing checked' : percent(found)}`;
}

function between({ low, high }: Interval): string {
  return `${percent(low)} to ${percent(high)}`;
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)}%`;
}
