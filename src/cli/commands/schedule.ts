import { Command } from 'commander';
import { keepNights, type ScheduleRequest } from '../../application/schedule.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CommonOptions, dataFolderOf, packOf, pathOf, withCommonOptions } from '../context.ts';
import { port, positive } from '../option-parsers.ts';
import { printJson } from '../output.ts';
import { checkAndPrint } from '../schedule-check.ts';
import { scheduleFace } from '../schedule-face.ts';

interface ScheduleOptions extends CommonOptions, Omit<ScheduleRequest, 'dataFolder' | 'config' | 'mode'> {
  readonly once?: boolean;
  readonly now?: boolean;
  readonly check?: boolean;
  readonly metrics?: number;
}

export function scheduleCommand(): Command {
  return withCommonOptions(new Command('schedule'))
    .summary('stay up and run every night')
    .description(
      'Stays up and crawls every night inside the night window, with canaries, publish gate, change list and notification.',
    )
    .option('--once', 'do what is due now and end, for a timer of the system')
    .option('--now', 'run one night now, whatever the hour, and end')
    .option('--check', 'look ahead to the next night and change nothing: when, whom, how long, what is missing')
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--simulated', 'a simulated country answers behind the proxy: the data folder is a simulated one')
    .option('--sandbox', 'visit the simulated country instead of the internet')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--concurrency <n>', 'visits open at once', positive)
    .option('--plan-only', 'leave all visits to `govprobe worker`; needs GOVPROBE_DATABASE')
    .option('--full', 'read and judge everything anew, even what did not change since the last visit')
    .option('--metrics <port>', 'serve Prometheus metrics on this port of 127.0.0.1', port)
    .option('--no-browser', 'never start a browser; pages that need one become unknown')
    .addHelpText(
      'after',
      `
When and how is said in schedule.yaml of the pack; the night window in crawl.yaml. Visits begin inside the window only. A run that the end
of the window cuts off goes on next night. Runs never overlap; \`govprobe probe\` works beside one.

Secrets come from the environment, or from the file that GOVPROBE_SECRETS names: one JSON object of strings, mode 0600:
  GOVPROBE_WEBHOOK_SECRET, GOVPROBE_SMTP_USER, GOVPROBE_SMTP_PASSWORD

Examples:
  govprobe schedule --data /var/lib/govprobe --metrics 9464
  govprobe schedule --check                what tonight will be, and what it lacks
  govprobe schedule --once                 from a systemd timer
  govprobe schedule --now --sandbox        see a whole night on the simulated country

With --once and --now: exit status 3 when the publish gate refused the run; the last good run stays published.
With --check: exit status 1 when something is missing without which a night would not begin, or not end in time.`,
    )
    .action(schedule);
}

async function schedule(options: ScheduleOptions): Promise<void> {
  const { once, now, check } = options;
  const [mode, other] = [once && '--once', now && '--now', check && '--check'].filter(Boolean);
  if (other !== undefined) throw new UsageError(`${mode} and ${other} exclude each other`);
  const common = { ...options, dataFolder: dataFolderOf(options), governments: pathOf(options.governments) };
  if (check) return checkAndPrint(common, options);
  const request: ScheduleRequest = { ...common, mode: now ? 'now' : once ? 'once' : 'stay' };
  const pack = await packOf(options);
  const results = await keepNights(pack, request, scheduleFace(options, pack.meta['time-zone']));
  if (options.json) printJson(results);
  if (results.some(({ passed }) => !passed)) process.exitCode = 3;
}
