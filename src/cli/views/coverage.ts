import type { SiteCoverage, VisitCoverage } from '../../application/coverage.ts';
import type { SeenColumn } from '../../reading/coverage.ts';
import { table } from '../output.ts';

/** A table of columns for each site of a visit. */
export function coverageLines({ government, run, missing, sites }: VisitCoverage): string[] {
  const lost = missing > 0 ? ` · ${missing} captures have lost their bytes` : '';
  return [`${government.name} (${government.code}) · run ${run}${lost}`, ...sites.flatMap(linesOf)];
}

function linesOf({ site, state, reason, obstacle, pages, unread, columns }: SiteCoverage): string[] {
  const why = reason === null ? '' : ` (${reason}${obstacle?.url === undefined ? '' : ` ${obstacle.url}`})`;
  const count = (wanted: SeenColumn['state']): number => columns.filter((column) => column.state === wanted).length;
  const figures = `${pages} pages; ${columns.length} columns: ${count('read')} read, ${count('failed')} failed, ${count('gone')} gone, ${count('unread')} unread`;
  const rows = columns.map(({ state: what, depth, named, elsewhere, label, url, obstacle: blame }) => [
    what,
    String(depth),
    named,
    elsewhere ? 'elsewhere' : '',
    label,
    url,
    blame?.reason ?? '',
  ]);
  return [
    '',
    `${site}: ${state}${why}; ${figures}`,
    ...(unread.length > 0 ? [`   not followed to the end: ${unread.join(', ')}`] : []),
    ...(rows.length > 0 ? table(['state', 'depth', 'named by', '', 'column', 'address', 'obstacle'], rows) : []),
  ];
}
