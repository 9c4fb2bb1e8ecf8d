import { Interrupted, type StopSignal, stopSignals } from '../pipeline/crawl/run/interrupted.ts';
import { note } from './output.ts';

const names = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const satisfies readonly StopSignal[];

/** What is under way and ends in order when asked to; null where a command may end at once. */
let underWay: { readonly controller: AbortController; readonly remark: string | null; readonly isRun: boolean } | null =
  null;
let deaf: StopSignal | null = null;

/** The exit status of a process that a signal has ended, as shells state it. */
export function statusOf(signal: StopSignal): number {
  return 128 + stopSignals[signal];
}

/**
 * Lets every command end on Ctrl-C, SIGTERM and SIGHUP with one line and the status of the signal:
 * in order where something is under way, else, and the second time, at once.
 *
 * @returns takes the handlers away again.
 */
export function endOnSignals(): () => void {
  const handlers = names.map((name) => [name, () => stop(name)] as const);
  for (const [name, handler] of handlers) process.on(name, handler);
  return () => {
    for (const [name, handler] of handlers) process.off(name, handler);
    underWay = null;
    deaf = null;
  };
}

function stop(name: StopSignal): void {
  if (name === deaf) return;
  // The terminal has written ^C, and a progress bar may have hidden the cursor.
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\n');
  if (underWay !== null && !underWay.controller.signal.aborted) {
    if (underWay.remark !== null) note(underWay.remark);
    underWay.controller.abort(interrupted(name, underWay.isRun));
    return;
  }
  note(`govprobe: ${interrupted(name, underWay?.isRun === true).message}`);
  process.exit(statusOf(name));
}

function interrupted(name: StopSignal, isRun: boolean): Interrupted {
  const rest = isRun ? '; go on with `govprobe crawl --resume`' : '';
  return new Interrupted(`interrupted by ${name}${rest}`, name);
}

/**
 * A signal that is aborted by Ctrl-C, SIGTERM or SIGHUP, so that a run ends in order. The second
 * time the process ends at once: the visits under way are lost, the complete ones are stored anyway.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  underWay = { controller, remark: 'ending in order; once more ends at once', isRun: true };
  return controller.signal;
}

/** The same for a worker, whose visits go back to the others. */
export function handingBack(): AbortSignal {
  const controller = new AbortController();
  underWay = { controller, remark: 'giving back the visits that were begun; once more ends at once', isRun: false };
  return controller.signal;
}

/** The same for what has nothing to resume, such as a server or a reader that waits for more. */
export function ending(): AbortSignal {
  const controller = new AbortController();
  underWay = { controller, remark: null, isRun: false };
  return controller.signal;
}

/**
 * Resolves when a sandbox is to end: on a signal, or, for one that belongs to another process, when
 * that process is gone. Ctrl-C reaches both, and the other process still needs the sandbox to end in
 * order, so an attached one does not hear it.
 */
export function untilStopped(signal: AbortSignal, attached: boolean): Promise<void> {
  if (attached) deaf = 'SIGINT';
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
    if (attached)
      process.stdin
        .once('end', () => resolve())
        .once('close', () => resolve())
        .resume();
  });
}
