import { resolve } from 'node:path';
import { Command } from 'commander';
import { readTruth } from '../../config/truth.ts';
import { machineFinding } from '../../model/review.ts';
import { type Agreement, evaluate, type Mismatch } from '../../scoring/evaluate.ts';
import { asCounted, exactly } from '../../scoring/evaluation/compare-value.ts';
import {
  type ExamFigures,
  examColumns,
  figuresOf,
  type Ledger,
  ledgers,
  type Ratio,
  sumOf,
} from '../../scoring/evaluation/ledger.ts';
import { claimsOf, type Reliability, reliabilityOf } from '../../scoring/evaluation/reliability.ts';
import { currentState } from '../../store/current.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { knownProbes } from '../known-probes.ts';
import { printJson, printLines, table } from '../output.ts';

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
  const truths = readTruth(resolve(options.truth), knownProbes(pack));
  await withStore(options, async (store) => {
    const current = await currentState(store, options.run);
    const visited = new Set(current.governments.map((government) => government.code));
    // Probes are measured, not the people who correct them.
    const findings = current.findings.map(machineFinding);
    const asked = truths.filter((truth) => visited.has(truth.government));
    const { agreements, mismatches } = evaluate(findings, asked, options.exact ? exactly : asCounted);
    const byProbe = ledgers(findings, asked);
    const whole = sumOf(byProbe.values());
    const reliability = reliabilityOf(claimsOf(findings, asked));
    if (options.json) {
      return printJson({
        run: current.run.id,
        exam: { ...figuresOf(whole), ledger: whole },
        reliability,
        probes: agreements.map((item) => ({ ...item, exam: byProbe.get(item.probe) ?? null })),
        mismatches,
      });
    }
    printLines(agreementTable(agreements));
    printLines(['', ...examTable(byProbe, whole), '', ...reliabilityLines(reliability)]);
    if (options.mismatches) printLines(['', ...mismatches.map(mismatchLine)]);
  });
}

function decimal(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}

function agreementTable(agreements: readonly Agreement[]): string[] {
  const rows = agreements.map((item) => [
    item.probe,
    decimal(item.precision, 4),
    decimal(item.recall, 4),
    String(item.truths),
    String(item.reachable),
    String(item.claims),
    String(item.falsePresent),
    String(item.falseAbsent),
    String(item.wrongValue),
    String(item.unmeasured),
    String(item.unknown),
  ]);
  const header = [
    'probe',
    'precision',
    'recall',
    'truths',
    'reachable',
    'claims',
    'false present',
    'false absent',
    'wrong value',
    'unmeasured',
    'unknown',
  ];
  return table(header, rows);
}

function examTable(byProbe: ReadonlyMap<string, Ledger>, whole: Ledger): string[] {
  const cellOf = ({ right, of }: Ratio): string => (of === 0 ? '-' : `${right}/${of}`);
  const row = (name: string, figures: ExamFigures): string[] => [
    name,
    ...examColumns.map((column) => cellOf(figures[column])),
  ];
  const rows = [...byProbe].sort(([a], [b]) => (a < b ? -1 : 1)).map(([probe, item]) => row(probe, figuresOf(item)));
  const figures = figuresOf(whole);
  const shares = ['share', ...examColumns.map((column) => decimal(figures[column].share, 3))];
  return table(['right of', ...examColumns], [...rows, row('all', figures), shares]);
}

function reliabilityLines({ claims, bins, error, interval, brier }: Reliability): string[] {
  const filled = bins.filter((bin) => bin.claims > 0);
  const rows = filled.map((bin) => [
    `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`,
    String(bin.claims),
    decimal(bin.stated, 3),
    decimal(bin.right, 3),
  ]);
  const between = interval === null ? '' : ` (95%: ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})`;
  const score = brier === null ? '-' : `${brier.score.toFixed(4)}, best constant ${brier.constant.toFixed(4)}`;
  return [
    ...table(['confidence', 'claims', 'stated', 'right'], rows),
    `calibration error over ${claims} claims: ${decimal(error, 3)}${between}; Brier score ${score}`,
  ];
}

function mismatchLine({ kind, government, probe, expected, found, why }: Mismatch): string {
  return `${kind} ${government} ${probe}: expected ${expected}, found ${found}${why === null ? '' : ` - ${why}`}`;
}
