import { Command } from 'commander';
import { type WorkerRequest, work } from '../../application/worker.ts';
import { Interrupted } from '../../pipeline/crawl/run/interrupted.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { port, positive } from '../option-parsers.ts';
import { note } from '../output.ts';
import { say } from '../say.ts';
import { workerFace } from '../worker-face.ts';

interface WorkerOptions extends CommonOptions, Omit<WorkerRequest, 'dataFolder'> {
  readonly metrics?: number;
}

export function workerCommand(): Command {
  return withCommonOptions(new Command('worker'))
    .summary('make visits of the runs that others plan')
    .description(
      'Makes visits of whatever run `govprobe crawl`, `probe` or `schedule` has planned in the same database (GOVPROBE_DATABASE), on this or any other machine, until it is stopped.',
    )
    .option('--visits <n>', 'visits open at once (default: as the pack says)', positive)
    .option('--name <name>', 'what logs and displays call this worker (default: host and process id)')
    .option('--proxy <url>', 'outbound HTTP proxy of this machine (default: that of the run)')
    .option('--metrics <port>', 'serve Prometheus metrics on this port of 127.0.0.1 while running', port)
    .option('--no-browser', 'never start a browser; runs that use one are left to other workers')
    .addHelpText(
      'after',
      `
A worker needs the version of the program, the configuration and the browser that the run was planned with; otherwise it says what
differs and leaves its visits alone. SIGTERM and Ctrl-C give back the visits that were begun; a worker that is killed loses them to
others within half a minute.

Examples:
  GOVPROBE_DATABASE=postgres://govprobe@db/govprobe govprobe worker
  govprobe worker --visits 40 --name east-1`,
    )
    .action(start);
}

async function start(options: WorkerOptions): Promise<void> {
  const request = { ...options, dataFolder: dataFolderOf(options) };
  try {
    await work(await packOf(options), request, workerFace(options.metrics));
  } catch (error) {
    // Service managers stop a worker in this way, and nothing was lost.
    if (!(error instanceof Interrupted) || error.signal !== 'SIGTERM') throw error;
    note(say('stopped; its visits were given back'));
  }
}
