import type { SiteCoverage, VisitCoverage } from '../../application/coverage.ts';
import type { SeenColumn } from '../../reading/coverage.ts';
import { table } from '../output.ts';
import { say } from '../say.ts';

/** A table of columns for each site of a visit. */
export function coverageLines({ government, run, missing, sites }: VisitCoverage): string[] {
  const lost = missing > 0 ? ` · ${say('{count} captures have lost their bytes', { count: missing })}` : '';
  return [`${government.name} (${government.code}) · ${say('run')} ${run}${lost}`, ...sites.flatMap(linesOf)];
}

function linesOf({ site, state, reason, obstacle, pages, unread, columns }: SiteCoverage): string[] {
  const why = reason === null ? '' : ` (${reason}${obstacle?.url === undefined ? '' : ` ${obstacle.url}`})`;
  const count = (wanted: SeenColumn['state']): number => columns.filter((column) => column.state === wanted).length;
  const figures = say('{pages} pages; {columns} columns: {read} read, {failed} failed, {gone} gone, {unread} unread', {
    ...{ pages, columns: columns.length, read: count('read') },
    ...{ failed: count('failed'), gone: count('gone'), unread: count('unread') },
  });
  const rows = columns.map(({ state: what, depth, named, elsewhere, label, url, obstacle: blame }) => [
    what,
    String(depth),
    named,
    elsewhere ? say('elsewhere') : '',
    label,
    url,
    blame?.reason ?? '',
  ]);
  return [
    '',
    `${site}: ${state}${why}; ${figures}`,
    ...(unread.length > 0 ? [`   ${say('not followed to the end:')} ${unread.join(', ')}`] : []),
    ...(rows.length > 0 ? table(headOf(), rows) : []),
  ];
}

function headOf(): string[] {
  return ['state', 'depth', 'named by', '', 'column', 'address', 'obstacle'].map((title) => say(title));
}
