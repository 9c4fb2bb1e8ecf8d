import { Command } from 'commander';
import { visitCoverage } from '../../application/coverage.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { natureLines } from '../nature.ts';
import { printJson, printLines } from '../output.ts';
import { coverageLines } from '../views/coverage.ts';

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

async function show(query: string, options: CoverageOptions): Promise<void> {
  const pack = await packOf(options);
  const shown = await withStore(options, (store) => visitCoverage(store, pack, query, options.run));
  const { government, run, nature, missing, sites } = shown;
  const simulated = nature !== 'real';
  if (options.json) printJson({ government: government.code, name: government.name, run, simulated, missing, sites });
  else printLines([...natureLines(nature, pack), ...coverageLines(shown)]);
}
