import { Command } from 'commander';
import { type ProbeRequest, probeGovernment } from '../../application/probe.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { natureLines } from '../nature.ts';
import { printJson, printLines } from '../output.ts';
import { runFace } from '../run-face.ts';
import { probedLines } from '../views/probe.ts';

interface ProbeOptions extends CommonOptions, Omit<ProbeRequest, 'dataFolder' | 'config' | 'government' | 'only'> {
  readonly probe?: string;
}

export function probeCommand(): Command {
  return withCommonOptions(new Command('probe'))
    .summary('visit one government now and print what changed')
    .description(
      'Visits one government now, judges it, and prints each finding beside the one known before, and what score and rank become.',
    )
    .argument('<government>', 'code, name or pinyin')
    .option('--probe <ids>', 'only these probes, separated by commas')
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--simulated', 'a simulated country answers behind the proxy: the data folder is a simulated one')
    .option('--sandbox', 'probe the simulated country instead of the internet')
    .option('--year <year>', 'with --sandbox: 2022 or 2023 (default), the year that the country plays')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--recorded <manifest>', 'probe recorded pages')
    .option('--no-browser', 'never start a browser')
    .action(start);
}

async function start(query: string, options: ProbeOptions): Promise<void> {
  const request = {
    ...options,
    dataFolder: dataFolderOf(options),
    government: query,
    only: options.probe?.split(',').map((id) => id.trim()),
  };
  const pack = await packOf(options);
  const probed = await probeGovernment(pack, request, runFace());
  const { run, nature, government, changes, standing } = probed;
  if (options.json)
    printJson({ run, simulated: nature === 'simulated', government: government.code, changes, standing });
  else printLines([...natureLines(nature, pack), ...probedLines(probed, pack.meta['time-zone'])]);
}
