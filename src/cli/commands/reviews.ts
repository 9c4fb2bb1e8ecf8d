import { Command, Option } from 'commander';
import { findingStates } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { withCommonOptions } from '../context.ts';
import { positive } from '../option-parsers.ts';
import { type ReviewsOptions, reviewsActions } from '../reviews-actions.ts';

const actions = ['queue', 'sample', 'read', 'objections', 'import', 'undo', 'verify'] as const;

export function reviewsCommand(): Command {
  return withCommonOptions(new Command('reviews'))
    .summary('what to review next, second readings, objections, and the check of the log')
    .description(
      'Orders findings by what a review is expected to change in the published result, and says when to stop; keeps blind second readings and objections; checks the hash chain of the review log. `review` decides on a finding.',
    )
    .argument('[action]', `${actions.join(', ')} (default: queue)`)
    .argument('[words...]', 'with read: government and probe; with import: files')
    .option('--limit <n>', 'with queue: entries listed', positive, 25)
    .option('--run <id>', 'with queue and sample: findings of this run (default: what is known now)')
    .addOption(new Option('--state <state>', 'with read: what is there').choices([...findingStates]))
    .option('--value <value>', 'with read and --state present: what was measured, as JSON or as level=working; count=3')
    .option('--who <name>', 'with read, undo and queue: the person')
    .option('--why <text>', 'with read and undo: the reason')
    .option('--head <end>', 'with verify: an end of the log that was written down earlier, LENGTH:SHA256')
    .addHelpText(
      'after',
      `
queue: what is in doubt, most worth first. Worth is the number of tiers that a review is expected to change, over all that may be true of
the finding, by probability; findings of one probe, product and claim are one entry. Above it stand the tiers expected to be wrong, what
the next reviews settle, and whether to go on. Parameters: \`review\` in analysis.yaml.

sample: the tenth of the findings that is drawn by hash and read by two people: how they agree, and how often the probes are right. read
stores a blind reading: the first one is a review, the second one is only compared.

import takes in what a government answers to its findings (docs/objection.schema.json); objections lists them with their outcome. undo
takes back what a person decided last, with all findings that it was about. verify recomputes the hash chain of the log and compares its
end with the one that every edition states; exit status 1 if it differs.

Examples:
  govprobe reviews
  govprobe reviews queue --limit 100 --json
  govprobe reviews read 成都 smart-search --state present --value level=working --who 李强 --why '检索三次均有结果'
  govprobe reviews import 成都答复.json
  govprobe reviews verify --head 12:9f2c…`,
    )
    .action(reviews);
}

async function reviews(action: string | undefined, words: readonly string[], options: ReviewsOptions): Promise<void> {
  const known = actions.find((item) => item === (action ?? 'queue'));
  if (known === undefined)
    throw new UsageError(`reviews ${JSON.stringify(action)}: expected one of ${actions.join(', ')}`);
  const takesWords = known === 'read' || known === 'import';
  if (!takesWords && words.length > 0)
    throw new UsageError(`reviews ${known} takes nothing more, found ${JSON.stringify(words[0])}`);
  return reviewsActions[known](options, words);
}
