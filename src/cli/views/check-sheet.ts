import type { WrittenSheet } from '../../application/check-sheet.ts';
import type { ReadCheckSheet } from '../../application/read-check-sheet.ts';
import type { Interval } from '../../scoring/evaluation/reliability.ts';
import type { BrokenLimit } from '../../scoring/sampling/check-sheet.ts';
import { table } from '../output.ts';
import { say, titles } from '../say.ts';

/** What was written, a line each. */
export function writtenSheetLines({ file, pages, run, simulated, states }: WrittenSheet): string[] {
  const rows = states.reduce((sum, state) => sum + state.rows, 0);
  const parts = states.map((item) =>
    say('{rows} of {population} {state}', { rows: item.rows, population: item.population, state: say(item.state) }),
  );
  return [
    say(
      simulated
        ? '{file}: {rows} simulated findings of run {run} ({parts})'
        : '{file}: {rows} findings of run {run} ({parts})',
      { file, rows, run, parts: parts.join(say(', ')) },
    ),
    ...(pages === null ? [] : [say('{folder}: the stored pages that they quote', { folder: pages })]),
    say('next: fill in the sheet, then govprobe check-sheet --read {file}', { file }),
  ];
}

/** What a checked sheet says: a table per state, all claims together, and the decision. */
export function checkedSheetLines(result: ReadCheckSheet): string[] {
  const { claims, overall, simulated, missing, people, runs, truth } = result;
  const head = titles('state', 'all', 'checked', 'right', 'wrong', 'cannot tell', 'share', '95%', 'at worst');
  const rows = claims.map((claim) => [
    say(claim.state),
    String(claim.population),
    `${claim.rows - claim.open}/${claim.rows}`,
    ...[claim.right, claim.wrong, claim.cannotTell].map(String),
    percent(claim.share),
    claim.share === null ? '-' : between(claim.interval),
    percent(claim.atWorst),
  ]);
  const names = people.map(({ who, rows: count }) => `${who} (${count})`).join(say(', ')) || say('nobody yet');
  return [
    say(simulated ? 'simulated run {runs}, checked by {names}' : 'run {runs}, checked by {names}', {
      runs: runs.join(', '),
      names,
    }),
    ...table(head, rows),
    overall === null
      ? say('all claims: not both states were checked')
      : say('all claims, weighted by number: {share} right ({interval})', {
          share: percent(overall.share),
          interval: between(overall.interval),
        }),
    unknownLine(result),
    ...(missing === 0 ? [] : [say('{count} rows of the sheet are gone and count as not checked', { count: missing })]),
    ...(truth === null ? [] : [say('{file}: {lines} lines of truth', truth)]),
    ...decisionLines(result),
  ];
}

function unknownLine({ unknown: { rows, present, absent, neither, open } }: ReadCheckSheet): string {
  return say(
    '{rows} unknown: {present} really present, {absent} really absent, {neither} nobody can tell, {open} not checked',
    { rows, present, absent, neither, open },
  );
}

function decisionLines({ go, broken, simulated }: ReadCheckSheet): string[] {
  const remark = simulated ? [say('simulated: this says nothing of real sites')] : [];
  if (go) return [...remark, say('go: every limit of check-sheet in schedule.yaml is kept')];
  return [...remark, say('no-go:'), ...broken.map((limit) => `  ${brokenLine(limit)}`)];
}

function brokenLine({ limit, wanted, found }: BrokenLimit): string {
  const values = {
    limit,
    wanted: percent(wanted),
    found: found === null ? say('nothing checked') : percent(found),
  };
  return limit === 'cannot-tell'
    ? say('{limit}: expected at most {wanted}, found {found}', values)
    : say('{limit}: expected at least {wanted}, found {found}', values);
}

function between({ low, high }: Interval): string {
  return `${percent(low)}–${percent(high)}`;
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(1)}%`;
}
