import { Command } from 'commander';
import { findingEvidence } from '../../application/evidence.ts';
import { saveEvidence } from '../../application/save-evidence.ts';
import { type CommonOptions, evidenceRootOf, packOf, pathOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { natureLines } from '../nature.ts';
import { withObstacles } from '../obstacles.ts';
import { note, printJson, printLines } from '../output.ts';
import { say } from '../say.ts';
import { withStale } from '../stale-remark.ts';
import { evidenceLines } from '../views/evidence.ts';

interface EvidenceOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
  readonly save?: string;
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
    .option('--save <dir>', 'write the pages and pictures into this folder, unpacked')
    .addHelpText(
      'after',
      `
Examples:
  govprobe evidence 成都 smart-search
  govprobe evidence 成都 smart-search --edition 2023
  govprobe evidence 成都 smart-search --save pages      markup is written as text, so that no script runs`,
    )
    .action(show);
}

async function show(query: string, probe: string, options: EvidenceOptions): Promise<void> {
  const pack = await packOf(options);
  const choice = { ...options, government: query, probe };
  const folder = pathOf(options.save);
  const [shown, saved] = await withEdition(options, async (store) => {
    const found = await findingEvidence(store, pack, choice);
    return [found, folder === undefined ? null : await saveEvidence(store, found, folder)] as const;
  });
  for (const hash of saved?.missing ?? []) note(`govprobe: the bytes of ${hash} are gone from the evidence folder`);
  if (saved !== null && saved.missing.length > 0) process.exitCode = 1;
  if (!options.json)
    return printLines([
      ...natureLines(shown.nature, pack),
      ...evidenceLines(shown, pack, evidenceRootOf(options)),
      ...(saved?.files ?? []).map((file) => say('saved: {file}', { file })),
    ]);
  const { government, nature, chain, settle, failures, earlier } = shown;
  const finding = withStale(withObstacles(shown.finding), earlier);
  const simulated = nature !== 'real';
  printJson({
    government: government.code,
    name: government.name,
    simulated,
    finding,
    evidence: chain,
    ...(saved === null ? {} : { saved: saved.files }),
    settle,
    failures,
  });
}
