import { Command } from 'commander';
import { evaluateFindings, truthSheet } from '../../application/evaluate.ts';
import { figuresOf } from '../../scoring/evaluation/ledger.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines } from '../output.ts';
import { evaluationLines } from '../views/evaluate.ts';

interface EvaluateOptions extends CommonOptions {
  readonly truth: string;
  readonly run?: string;
  readonly mismatches?: boolean;
  readonly exact?: boolean;
}

export function evaluateCommand(): Command {
  return withCommonOptions(new Command('evaluate'))
    .summary('how findings agree with a truth sheet')
    .description(
      'Compares findings with a truth sheet (JSON lines of government, probe, state, level, value): precision and recall per probe, what an examination counts, and how far the stated confidence can be trusted.',
    )
    .requiredOption('--truth <file>', 'truth sheet')
    .option('--run <id>', 'findings of this run only')
    .option('--exact', 'shares must be those of the sheet to the last digit, not within what counting by hand allows')
    .option('--mismatches', 'list every disagreement')
    .addHelpText(
      'after',
      `
state and level of a line may be lists of accepted answers. A present finding whose level or measure is null is no claim where the
sheet knows it; it is counted as unmeasured.`,
    )
    .action(compare);
}

async function compare(options: EvaluateOptions): Promise<void> {
  const pack = await packOf(options);
  const truths = truthSheet(options.truth, pack);
  const choice = { run: options.run, exact: options.exact === true };
  const evaluation = await withStore(options, (store) => evaluateFindings(store, pack, truths, choice));
  const { run, whole, byProbe, reliability, agreements, mismatches } = evaluation;
  if (!options.json) return printLines(evaluationLines(evaluation, options.mismatches === true));
  printJson({
    run,
    exam: { ...figuresOf(whole), ledger: whole },
    reliability,
    probes: agreements.map((item) => ({ ...item, exam: byProbe.get(item.probe) ?? null })),
    mismatches,
  });
}
