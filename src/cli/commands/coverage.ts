import { Command } from 'commander';
import { findVisited } from '../../config/pack.ts';
import { siteKinds } from '../../model/government.ts';
import { UsageError } from '../../model/usage-error.ts';
import { readStored } from '../../pipeline/judging/judge-stored.ts';
import type { Coverage, SeenColumn } from '../../reading/coverage.ts';
import { makeView } from '../../reading/seen.ts';
import { currentState } from '../../store/current.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines, table } from '../output.ts';

interface CoverageOptions extends CommonOptions {
  readonly run?: string;
}

export function coverageCommand(): Command {
  return withCommonOptions(new Command('coverage'))
    .summary('which parts of a government’s sites were read')
    .description(
      'Prints for each site of a government whether it was seen, and the columns that its menus, sections and site map name: which were read, which failed, which nobody asked for. Nothing is called absent while a column that could hold it was not read.',
    )
    .argument('<government>', 'code, name or pinyin')
    .option('--run <id>', 'the visit of this run')
    .addHelpText(
      'after',
      `
Examples:
  govprobe coverage 成都
  govprobe coverage 成都 --json`,
    )
    .action(show);
}

interface SiteCoverage extends Omit<Coverage, 'unread'> {
  readonly unread: readonly string[];
  readonly columns: readonly SeenColumn[];
}

async function show(query: string, options: CoverageOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    const state = await currentState(store, options.run);
    const government = findVisited(state.governments, query, pack);
    const runs = [...state.overlaid.map(({ id }) => id).reverse(), state.run.id];
    for (const run of runs) {
      const [visit] = await store.visits(run, government.code);
      if (visit === undefined) continue;
      const captures = await store.captures(run, government.code);
      const { entries, missing } = await readStored(store.evidence, { captures }, pack);
      const view = makeView({ government, knowledge: pack.knowledge, entries, unread: visit.unread });
      const sites = siteKinds.map((site): SiteCoverage => {
        const coverage = view.coverage(site);
        return { ...coverage, unread: [...coverage.unread].sort(), columns: view.map(site) };
      });
      if (options.json) return printJson({ government: government.code, name: government.name, run, missing, sites });
      return printLines([
        `${government.name} (${government.code}) · run ${run}${missing > 0 ? ` · ${missing} captures have lost their bytes` : ''}`,
        ...sites.flatMap(linesOf),
      ]);
    }
    throw new UsageError(`${government.name} has no complete visit yet`);
  });
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
