import { Presets, SingleBar } from 'cli-progress';
import type { Capture } from '../model/capture.ts';
import type { RunObserver } from '../pipeline/crawl/run/run-options.ts';
import { note } from './output.ts';
import { say } from './say.ts';

/** Least time (ms) between two plain lines. */
const plainLineEvery = 5_000;

/** Counts of the run that a display shows. */
class Tally {
  readonly failures = new Map<string, number>();
  pages = 0;
  done = 0;
  total = 0;
  /** Visits that an earlier process of the same run had completed. */
  resumed = 0;
  readonly began = Date.now();

  start(total: number, resumed: number): void {
    this.total = total;
    this.done = resumed;
    this.resumed = resumed;
  }

  count({ role, failure }: Capture): void {
    if (role === 'page') this.pages++;
    if (failure !== null) this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
  }

  /** Pages a second. */
  get rate(): string {
    return (this.pages / Math.max(0.001, (Date.now() - this.began) / 1000)).toFixed(0);
  }

  get timeLeft(): string {
    const visits = this.done - this.resumed;
    if (visits === 0) return say('unknown');
    const seconds = (((Date.now() - this.began) / 1000) * (this.total - this.done)) / visits;
    return seconds < 90 ? say('{n} s', { n: Math.round(seconds) }) : say('{n} min', { n: Math.round(seconds / 60) });
  }

  get failureText(): string {
    const entries = [...this.failures].sort((a, b) => b[1] - a[1]).slice(0, 5);
    return entries.length === 0 ? say('none') : entries.map(([name, count]) => `${name} ${count}`).join(', ');
  }
}

/** A display of a tally. */
interface Display {
  started(run: string): void;
  visited(): void;
  stop(): void;
}

/**
 * Progress of a run on standard error: a bar with rate, time left and failures by class on a
 * terminal, a plain line every few seconds elsewhere. `stop` ends the display.
 */
export function progressDisplay(stream: NodeJS.WriteStream): { observer: RunObserver; stop: () => void } {
  const tally = new Tally();
  const display = stream.isTTY ? barDisplay(stream, tally) : lineDisplay(tally);
  const observer: RunObserver = {
    started(run, total, resumed) {
      tally.start(total, resumed);
      display.started(run.id);
    },
    captured: (capture) => tally.count(capture),
    secondPass: (visits) => note(say('second pass: {visits} visits again, with longer limits', { visits })),
    visited() {
      tally.done = Math.min(tally.total, tally.done + 1);
      display.visited();
    },
  };
  return { observer, stop: () => display.stop() };
}

function barDisplay(stream: NodeJS.WriteStream, tally: Tally): Display {
  const bar = new SingleBar(
    {
      format: say('visits {bar} {value}/{total}  {pages} pages  {rate}/s  left {eta_formatted}  failures: {failures}'),
      stream,
      hideCursor: true,
      etaBuffer: 40,
      barsize: 24,
      fps: 5,
    },
    Presets.shades_classic,
  );
  return {
    started: () => bar.start(tally.total, tally.resumed, { pages: 0, rate: '0', failures: say('none') }),
    visited: () => bar.update(tally.done, { pages: tally.pages, rate: tally.rate, failures: tally.failureText }),
    stop: () => bar.stop(),
  };
}

function lineDisplay(tally: Tally): Display {
  let lastLine = tally.began;
  return {
    started(run) {
      const { total, resumed } = tally;
      const already = resumed > 0 ? say(', {count} of them complete already', { count: resumed }) : '';
      note(`${say('run {run}: {total} visits', { run, total })}${already}`);
    },
    visited() {
      const { done, total, pages, rate, timeLeft, failureText } = tally;
      const now = Date.now();
      if (now - lastLine < plainLineEvery && done !== total) return;
      lastLine = now;
      note(
        say('{done}/{total} visits, {pages} pages, {rate} pages/s, left {left}, failures: {failures}', {
          ...{ done, total, pages, rate },
          left: timeLeft,
          failures: failureText,
        }),
      );
    },
    stop: () => undefined,
  };
}
