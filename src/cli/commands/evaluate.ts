import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { leaves } from '../../config/pack.ts';
import { findingStateSchema } from '../../model/finding.ts';
import { machineFinding } from '../../model/review.ts';
import { UsageError } from '../../model/usage-error.ts';
import { probes } from '../../probes/list.ts';
import { evaluate, type Truth } from '../../scoring/evaluate.ts';
import { currentState } from '../../store/current.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines, table } from '../output.ts';

interface EvaluateOptions extends CommonOptions {
  readonly truth: string;
  readonly run?: string;
  readonly mismatches?: boolean;
}

const lineSchema = z.object({
  government: z.string(),
  probe: z.string(),
  state: z.union([findingStateSchema.transform((state) => [state]), z.array(findingStateSchema).min(1)]),
  value: z.record(z.string(), z.unknown()).optional(),
});

export function evaluateCommand(): Command {
  return withCommonOptions(new Command('evaluate'))
    .summary('precision and recall per probe')
    .description(
      'Compares findings with a truth sheet (JSON lines of government, probe, state, value) and prints precision and recall per probe.',
    )
    .requiredOption('--truth <file>', 'truth sheet')
    .option('--run <id>', 'findings of this run only')
    .option('--mismatches', 'list every disagreement')
    .action(compare);
}

/** Reads a truth sheet. Throws `UsageError` naming the line that is not as expected. */
export function readTruth(file: string, known: ReadonlySet<string>): Truth[] {
  if (!existsSync(file)) throw new UsageError(`the truth sheet ${file} does not exist`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      const where = `${file} line ${index + 1}`;
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        throw new UsageError(`${where} is not JSON; expected {"government","probe","state","value"?}`);
      }
      const parsed = lineSchema.safeParse(json);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new UsageError(
          `${where}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not as expected'}`,
        );
      }
      const { government, probe, state, value } = parsed.data;
      if (!known.has(probe))
        throw new UsageError(
          `${where} names an unknown probe ${probe}; expected one of ${[...known].sort().join(', ')}`,
        );
      return [{ government, probe, states: state, value: value ?? null }];
    });
}

function percent(share: number | null): string {
  return share === null ? '-' : share.toFixed(4);
}

async function compare(options: EvaluateOptions): Promise<void> {
  const pack = await packOf(options);
  const known = new Set([...leaves(pack.tree).map((leaf) => leaf.finding), ...probes.map((probe) => probe.id)]);
  const truths = readTruth(resolve(options.truth), known);
  await withStore(options, async (store) => {
    const current = await currentState(store, options.run);
    const visited = new Set(current.governments.map((government) => government.code));
    const { agreements, mismatches } = evaluate(
      // Probes are measured, not the people who correct them.
      current.findings.map(machineFinding),
      truths.filter((truth) => visited.has(truth.government)),
    );
    if (options.json) return printJson({ run: current.run.id, probes: agreements, mismatches });
    const rows = agreements.map((item) => [
      item.probe,
      percent(item.precision),
      percent(item.recall),
      String(item.truths),
      String(item.reachable),
      String(item.claims),
      String(item.falsePresent),
      String(item.falseAbsent),
      String(item.wrongValue),
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
      'unknown',
    ];
    printLines(table(header, rows));
    if (options.mismatches) {
      printLines(
        mismatches.map(
          (item) => `${item.kind} ${item.government} ${item.probe}: expected ${item.expected}, found ${item.found}`,
        ),
      );
    }
  });
}
