import { Command } from 'commander';
import { findingEvidence } from '../../application/evidence.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { withObstacles } from '../obstacles.ts';
import { printJson, printLines } from '../output.ts';
import { withStale } from '../stale-remark.ts';
import { evidenceLines } from '../views/evidence.ts';

interface EvidenceOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
}

export function evidenceCommand(): Command {
  return withCommonOptions(new Command('evidence'))
    .summary('the pages and quotes behind a finding')
    .description(
      'Shows why a finding is what it is: its pages, the quoted text, time, hash of the bytes; what stood in the way and what would settle the question.',
    )
    .argument('<government>', 'code, name or pinyin')
    .argument('<probe>', 'id of the probe')
    .option('--run <id>', 'the finding of this run')
    .option('--edition <name>', 'the finding of a frozen edition')
    .addHelpText(
      'after',
      `
Examples:
  govprobe evidence 成都 smart-search
  govprobe evidence 成都 smart-search --edition 2023`,
    )
    .action(show);
}

async function show(query: string, probe: string, options: EvidenceOptions): Promise<void> {
  const pack = await packOf(options);
  const choice = { ...options, government: query, probe };
  const shown = await withEdition(options, (store) => findingEvidence(store, pack, choice));
  if (!options.json)
    return printLines([...natureLines(shown.nature, pack), ...evidenceLines(shown, pack, dataFolderOf(options))]);
  const { government, nature, chain, settle, failures, earlier } = shown;
  const finding = withStale(withObstacles(shown.finding), earlier);
  const simulated = nature !== 'real';
  printJson({
    government: government.code,
    name: government.name,
    simulated,
    finding,
    evidence: chain,
    settle,
    failures,
  });
}
