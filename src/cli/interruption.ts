import { Interrupted } from '../pipeline/crawl/run/interrupted.ts';
import { note } from './output.ts';

/**
 * A signal that is aborted by Ctrl-C, SIGTERM or SIGHUP, so that a run ends in order. A second
 * Ctrl-C ends the process at once: the visits under way are lost, the complete ones are stored
 * anyway.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      note('ending in order; once more ends at once');
      controller.abort(new Interrupted(`interrupted by ${name}; go on with \`govprobe crawl --resume\``));
    });
  }
  return controller.signal;
}

/**
 * Resolves on SIGINT or SIGTERM, or, for a sandbox that belongs to another process, when that
 * process is gone.
 */
export function untilStopped(attached: boolean): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (attached)
      process.stdin
        .once('end', () => resolve())
        .once('close', () => resolve())
        .resume();
  });
}
