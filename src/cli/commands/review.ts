import { Command, Option } from 'commander';
import { findingStates } from '../../model/finding.ts';
import { packOf, withCommonOptions, withStore } from '../context.ts';
import { positive } from '../option-parsers.ts';
import { printJson, printLines } from '../output.ts';
import { type ReviewOptions, reviewAction } from '../review-action.ts';
import { effectsJson, effectsLines, reviewsTable } from '../views/review.ts';

export function reviewCommand(): Command {
  return withCommonOptions(new Command('review'))
    .summary('overrule a finding, visibly')
    .description(
      'Appends a person’s verdict on a finding: who, when, why; or the verdicts of a file, all or none. Prints what score, rank and tier become. Verdicts are never overwritten; a later one supersedes, a withdrawal takes back.',
    )
    .argument('[government]', 'code, name or pinyin')
    .argument('[probe]', 'id of the probe')
    .addOption(new Option('--state <state>', 'what is really there').choices([...findingStates]))
    .option('--value <value>', 'with --state present: what was measured, as JSON or as level=working; count=3')
    .option('--who <name>', 'who decides')
    .option('--why <text>', 'the reason, for those who read it in a year')
    .option('--file <file>', 'many at once: CSV or JSON lines of government, probe, state, value, who, why')
    .option('--dry-run', 'check everything and print the effect, and store nothing')
    .option('--run <id>', 'the finding of this run (default: what is known now)')
    .option('--list', 'list the verdicts, those withdrawn and superseded too')
    .option('--withdraw <id>', 'take back the verdict with this number', positive)
    .addHelpText(
      'after',
      `
A verdict counts in scores and reports from the run it speaks of onwards, as long as the probe still claims the state and value that
were overruled. When the probe claims something else, the site or the rules have changed: the verdict is then marked stale and no longer
counts, until somebody looks again. Of a thing that the probe saw too, what a verdict does not state stays as measured. The tiers of the
effect are those of the scores; a report publishes ranges where too many are doubtful.

A file (UTF-8) is checked as a whole first: every line with a mistake is named, and then nothing is stored. value, who and why may be
left out; --who and --why then stand for all lines that do not say. \`findings --below 0.9 --csv\` lists what to look at.

  government,probe,state,value,who,why
  成都,smart-search,present,level=working,王芳,人工检索三次均返回相关结果
  贵阳,privacy-policy,absent,,王芳,链接指向其他网站的政策

Examples:
  govprobe review 成都 smart-search --state present --value level=working --who 王芳 --why '人工检索三次均返回相关结果'
  govprobe review 成都 privacy-policy --state absent --who 王芳 --why '链接指向其他网站的政策' --dry-run
  govprobe review --file verdicts.csv --dry-run
  govprobe review --list 成都
  govprobe review --withdraw 7 --who 李强 --why '截图属于另一城市'`,
    )
    .action(review);
}

async function review(query: string | undefined, probe: string | undefined, options: ReviewOptions): Promise<void> {
  const pack = await packOf(options);
  const result = await withStore(options, (store) => reviewAction(store, pack, { query, probe, options }));
  if (result.kind === 'list')
    return options.json ? printJson(result.reviews) : printLines(reviewsTable(result.reviews, pack.meta['time-zone']));
  if (options.json) printJson(effectsJson(result));
  else printLines([...reviewsTable(result.reviews, pack.meta['time-zone']), ...effectsLines(result)]);
}
