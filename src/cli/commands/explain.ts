import { Command, Option } from 'commander';
import { type ExplainChoice, explain } from '../../application/explain.ts';
import { type Language, languages } from '../../report/messages.ts';
import { explainWords } from '../../report/messages-explain.ts';
import { type CommonOptions, evidenceRootOf, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { withDrawProgress } from '../draw-progress.ts';
import { natureLines } from '../nature.ts';
import { printJson, printLines } from '../output.ts';
import { spokenLanguage } from '../say.ts';
import { explanationLines } from '../views/explain.ts';
import { explanationJson } from '../views/explain-json.ts';

interface ExplainOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
  readonly lang?: Language;
  readonly uncertainty: boolean;
}

export function explainCommand(): Command {
  return withCommonOptions(new Command('explain'))
    .summary('from a score back to what it rests on')
    .description(
      'Goes from a score back to what it rests on: the whole tree of a government, or one indicator with its rule, weights, finding, evidence, obstacles, and what a better finding would gain.',
    )
    .argument('<government>', 'code, name or pinyin')
    .argument('[indicator]', 'number (1.1.3), id or name of a node of the tree, #7 for the 7th leaf, or id of a probe')
    .option('--run <id>', 'by the findings of this run')
    .option('--edition <name>', 'by a frozen edition, as published')
    .addOption(
      new Option('--lang <language>', 'language of the explanation (default: that of the system)').choices(languages),
    )
    .option('--no-uncertainty', 'do not simulate the interval of the rank (it takes some seconds)')
    .addHelpText(
      'after',
      `
The tree shows for every node its full mark, the score and the score rate; below stand weights that went to siblings because
something is unknown or does not apply, points that are open with their bounds, and what would raise the score most. Tiers are those
of the bulletin: where too many are doubtful, the range is shown instead (--no-uncertainty leaves that question out).

For one indicator, "what a better finding would be worth" scores the whole country again with that one point changed. Where a point
is open, it shows both ends: what is proven, and what is possible.

Examples:
  govprobe explain 成都                           every point of the city
  govprobe explain 成都 智能搜索                   by name; also 3.1.1, smart-search or #17
  govprobe explain 成都 服务响应能力 --lang zh     a capability with all that is below it, in Chinese
  govprobe explain 成都 privacy-policy --edition 2023 --json`,
    )
    .action(show);
}

async function show(query: string, indicator: string | undefined, options: ExplainOptions): Promise<void> {
  const pack = await packOf(options);
  const { run, edition, uncertainty, lang = spokenLanguage() } = options;
  const choice: ExplainChoice = { government: query, indicator, run, edition, uncertainty };
  const explanation = await withEdition(options, (store) =>
    withDrawProgress(process.stderr, (watch) => explain(store, pack, choice, watch)),
  );
  if (options.json) return printJson(explanationJson(explanation, evidenceRootOf(options)));
  const display = { pack, dataFolder: evidenceRootOf(options), words: explainWords(lang) };
  printLines([...natureLines(explanation.nature, pack), ...explanationLines(explanation, display)]);
}
