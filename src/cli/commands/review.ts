import { Command, Option } from 'commander';
import { findVisited } from '../../config/pack.ts';
import { type FindingState, findingStates } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { UsageError } from '../../model/usage-error.ts';
import { reviewFinding } from '../../pipeline/assessment/review-finding.ts';
import { probes } from '../../probes/list.ts';
import { currentState } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { claimText } from '../claim.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { cell, printJson, printLines, short, table } from '../output.ts';
import { positive } from './crawl.ts';

interface ReviewOptions extends CommonOptions {
  readonly list?: boolean;
  readonly withdraw?: number;
  readonly state?: FindingState;
  readonly value?: string;
  readonly who?: string;
  readonly why?: string;
  readonly run?: string;
}

export function reviewCommand(): Command {
  return withCommonOptions(new Command('review'))
    .summary('overrule a finding, visibly')
    .description(
      'Appends a person’s verdict on a finding: who, when, why. Verdicts are never overwritten; a later one supersedes, a withdrawal takes back.',
    )
    .argument('[government]', 'code, name or pinyin')
    .argument('[probe]', 'id of the probe')
    .addOption(new Option('--state <state>', 'what is really there').choices([...findingStates]))
    .option('--value <json>', 'with --state present: what was measured, a JSON object with keys of the probe’s value')
    .option('--who <name>', 'who decides')
    .option('--why <text>', 'the reason, for those who read it in a year')
    .option('--run <id>', 'the finding of this run (default: what is known now)')
    .option('--list', 'list the verdicts, those withdrawn and superseded too')
    .option('--withdraw <id>', 'take back the verdict with this number', positive)
    .addHelpText(
      'after',
      `
A verdict counts in scores and reports from the run it speaks of onwards, as long as the probe still claims the state and value that
were overruled. When the probe claims something else, the site or the rules have changed: the verdict is then marked stale and no longer
counts, until somebody looks again.

Examples:
  govprobe review 成都 smart-search --state present --value '{"level":"working"}' --who 王芳 --why '人工检索三次均返回相关结果'
  govprobe review 成都 privacy-policy --state absent --who 王芳 --why '链接指向其他网站的政策'
  govprobe review --list 成都
  govprobe review --withdraw 7 --who 李强 --why '截图属于另一城市'`,
    )
    .action(review);
}

async function review(query: string | undefined, probe: string | undefined, options: ReviewOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    if (options.list) {
      if (probe !== undefined) throw new UsageError(`--list takes one government, found ${JSON.stringify(probe)} too`);
      const code = query === undefined ? undefined : findVisited(await everyGovernment(store), query, pack).code;
      return list(await store.reviews.list(code), options);
    }
    if (options.withdraw !== undefined) {
      if (query !== undefined) throw new UsageError('--withdraw takes the number of a verdict and no government');
      const { who, why } = reasons(options);
      const when = new Date().toISOString();
      return list([await store.reviews.withdraw(options.withdraw, { who, when, why })], options);
    }
    if (query === undefined || probe === undefined) {
      throw new UsageError(
        'expected a government and a probe, such as `govprobe review 510100 smart-search`, or --list, or --withdraw ID',
      );
    }
    if (options.state === undefined) {
      throw new UsageError(`--state is missing; expected one of ${findingStates.join(', ')}`);
    }
    const current = await currentState(store, options.run);
    const made = await reviewFinding(store, current, pack, probes, {
      government: findVisited(current.governments, query, pack).code,
      probe,
      state: options.state,
      value: options.value === undefined ? null : parsed(options.value),
      ...reasons(options),
      when: new Date().toISOString(),
    });
    list([made], options);
  });
}

/** Every government that a run has planned, so that reviews of one that has left the registry can still be read. */
async function everyGovernment(store: Store) {
  const plans = await Promise.all((await store.runs()).map(({ id }) => store.plan(id)));
  return [...new Map(plans.flat().map((government) => [government.code, government])).values()];
}

function reasons({ who, why }: ReviewOptions): { who: string; why: string } {
  if (who === undefined) throw new UsageError('--who is missing; expected the name of the person who decides');
  if (why === undefined) throw new UsageError('--why is missing; expected the reason, for those who read it in a year');
  return { who, why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--value is not JSON: ${short(text)}; expected an object such as {"level":"working"}`);
  }
}

function list(reviews: readonly Review[], options: ReviewOptions): void {
  if (options.json) {
    printJson(reviews);
    return;
  }
  const rows = reviews.map((item) => [
    String(item.id),
    item.status,
    item.government,
    item.probe,
    claimText(item.machine),
    claimText(item),
    cell(item.who, 20),
    item.when.slice(0, 10),
    cell(
      item.withdrawal === null ? item.why : `${item.why} (withdrawn by ${item.withdrawal.who}: ${item.withdrawal.why})`,
      120,
    ),
  ]);
  const header = ['id', 'status', 'code', 'probe', 'machine', 'verdict', 'who', 'when', 'why'];
  printLines(rows.length === 0 ? ['no review'] : table(header, rows));
}
