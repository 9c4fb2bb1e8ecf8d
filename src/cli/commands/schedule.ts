import { resolve } from 'node:path';
import { Command } from 'commander';
import { loadRegistry, type Pack } from '../../config/pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import { findChromium } from '../../pipeline/crawl/browser/find-chromium.ts';
import type { RunObserver } from '../../pipeline/crawl/run/run.ts';
import type { NightResult } from '../../pipeline/operations/nightly/close-night.ts';
import { dueStep, keepSchedule } from '../../pipeline/operations/nightly/keep-schedule.ts';
import type { Step } from '../../pipeline/operations/nightly/next-step.ts';
import { notifySecrets } from '../../pipeline/operations/nightly/notify/notify.ts';
import { type RunLock, RunUnderWay, takeRunLock } from '../../pipeline/operations/nightly/run-lock.ts';
import type { NightOptions } from '../../pipeline/operations/nightly/run-night.ts';
import { probes } from '../../probes/list.ts';
import { Store } from '../../store/store.ts';
import { startCanaries } from '../canaries.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { interruption } from '../interruption.ts';
import { observers, serveMetrics } from '../metrics.ts';
import { note, printJson, printLines } from '../output.ts';
import { progressDisplay } from '../progress.ts';
import { type SimulationOptions, startSimulation } from '../simulation.ts';
import { port, positive, proxyOf } from './crawl.ts';
import { pruneNow } from './prune.ts';

interface ScheduleOptions extends CommonOptions, SimulationOptions {
  readonly once?: boolean;
  readonly now?: boolean;
  readonly proxy?: string;
  readonly concurrency?: number;
  readonly browser?: boolean;
  readonly full?: boolean;
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
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--proxy <url>', 'outbound HTTP proxy (default: $HTTPS_PROXY or $HTTP_PROXY)')
    .option('--sandbox', 'visit the simulated country instead of the internet')
    .option('--weather <kind>', 'with --sandbox: calm or storm')
    .option('--seed <seed>', 'with --sandbox: which simulated country')
    .option('--concurrency <n>', 'visits open at once', positive)
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
  govprobe schedule --once                 from a systemd timer
  govprobe schedule --now --sandbox        see a whole night on the simulated country

With --once and --now: exit status 3 when the publish gate refused the run; the last good run stays published.`,
    )
    .action(schedule);
}

async function schedule(options: ScheduleOptions): Promise<void> {
  if (options.once && options.now) throw new UsageError('--once and --now exclude each other');
  const pack = await packOf(options);
  const secrets = notifySecrets(process.env);
  const proxy = proxyOf(options.proxy);
  const governments =
    options.governments === undefined ? pack.visits : loadRegistry(resolve(options.governments), pack.meta);
  const dataFolder = dataFolderOf(options);
  const store = await Store.open(dataFolder, 'write');
  const metrics = options.metrics === undefined ? null : await serveMetrics(options.metrics);
  if (metrics !== null) note(`metrics: ${metrics.url}`);
  const signal = interruption();
  try {
    const { runNight, endNight, scheduledRuns } = await import('../../pipeline/operations/nightly/run-night.ts');
    const results: NightResult[] = [];
    const act = async (step: Exclude<Step, { do: 'wait' }>): Promise<void> => {
      const lock = await takeRunLock(store.nights, 'govprobe schedule');
      const display = progressDisplay(process.stderr);
      note(`${step.do}: ${step.why}`);
      try {
        await withHosts(pack, options, async (hosts) => {
          const night = nightOptions(step, lock, hosts, display.observer);
          const record = 'run' in step ? (await store.runs()).find(({ id }) => id === step.run) : undefined;
          if (step.do !== 'start' && record === undefined) throw new Error('a run to go on with has vanished');
          const changed = record !== undefined && record.configHash !== pack.hash;
          if (changed) note(`run ${record.id} is closed as it is: it was started with another configuration`);
          const closing = record !== undefined && (step.do === 'close' || changed);
          const result = closing
            ? await endNight(night, record.id)
            : (await runNight({ ...night, resume: record ?? null })).result;
          if (result !== null) results.push(result);
          if (result !== null && !options.json) printLines(describe(result));
          if (result !== null && pack.schedule.retention.automatic) {
            for (const line of await pruneNow(store, dataFolder, pack.schedule.retention, Date.now())) note(line);
          }
        });
      } finally {
        display.stop();
        await lock.release();
      }
    };
    const runs = () => scheduledRuns(store);
    if (options.now) await act({ do: 'start', night: Date.now(), until: null, why: 'asked for' });
    else if (options.once) {
      const step = await dueStep({ pack, runs, clock: Date.now });
      if (step.do === 'wait') note(waitLine(step));
      else await act(step);
    } else {
      await keepSchedule({
        pack,
        runs,
        clock: Date.now,
        act: (step) => act(step).catch(waitForOther),
        waiting: (step) => note(waitLine(step)),
        signal,
      });
    }
    if (options.json) printJson(results);
    if (results.some(({ passed }) => !passed)) process.exitCode = 3;

    async function waitForOther(error: unknown): Promise<void> {
      if (!(error instanceof RunUnderWay)) throw error;
      note(error.message);
      await new Promise((done) => setTimeout(done, 60_000));
    }

    function nightOptions(
      step: Exclude<Step, { do: 'wait' }>,
      lock: RunLock,
      hosts: Hosts,
      observer: RunObserver,
    ): Omit<NightOptions, 'resume'> {
      return {
        store,
        dataFolder,
        pack,
        settings: { ...pack.crawl, concurrency: options.concurrency ?? pack.crawl.concurrency },
        probes,
        governments,
        proxy: hosts.proxy ?? proxy,
        chromium: options.browser === false ? null : findChromium(process.env),
        observer: metrics === null ? observer : observers([observer, metrics.observer]),
        signal: AbortSignal.any([signal, lock.lost]),
        clock: Date.now,
        night: step.do === 'start' ? step.night : null,
        until: step.do === 'close' ? null : step.until,
        jitter: pack.schedule.jitter,
        incremental: options.full !== true,
        canaries: hosts.canaries,
        secrets,
        complain: (sentence) => note(`govprobe: ${sentence}`),
      };
    }
  } finally {
    await metrics?.close();
    await store.close();
  }
}

interface Hosts {
  /** What answers instead of the internet; null: the internet does. */
  readonly proxy: URL | null;
  readonly canaries: NightOptions['canaries'];
}

/** Starts what answers for simulated hosts, for the time of one night. */
async function withHosts(pack: Pack, options: ScheduleOptions, use: (hosts: Hosts) => Promise<void>): Promise<void> {
  const simulation = await startSimulation(options);
  try {
    const canaries = await startCanaries(pack, options.config);
    try {
      await use({ proxy: simulation?.proxy ?? null, canaries });
    } finally {
      await canaries?.close();
    }
  } finally {
    await simulation?.close();
  }
}

function waitLine({ until, why }: Extract<Step, { do: 'wait' }>): string {
  return `waiting until ${new Date(until).toISOString()}: ${why}`;
}

function describe(result: NightResult): string[] {
  const counts = Object.entries(result.counts).map(([kind, count]) => `${kind} ${count}`);
  return [
    result.passed
      ? `run ${result.run} is published${result.before === null ? '' : ` in the place of ${result.before}`}`
      : `run ${result.run} was refused; ${result.published === null ? 'nothing is published' : `${result.published} stays published`}`,
    ...result.checks.map(({ passed, name, sentence }) => `  ${passed ? 'ok' : 'REFUSED'} ${name}: ${sentence}`),
    `changes: ${counts.length === 0 ? 'none' : counts.join(', ')} (nights/${result.run}.json)`,
  ];
}
