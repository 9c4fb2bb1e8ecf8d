import { Presets, SingleBar } from 'cli-progress';
import type { Capture } from '../model/capture.ts';
import type { RunObserver, VisitSummary } from '../pipeline/crawl/run/run-options.ts';
import { note } from './output.ts';
import { say } from './say.ts';

/** Least time (ms) between two plain lines, and the longest while pages arrive. */
const plainLineEvery = 5_000;
const plainLineAtLeastEvery = 30_000;

/** Counts of the run that a display shows. */
class Tally {
  readonly failures = new Map<string, number>();
  /** Findings of the visits that ended. */
  readonly states = { present: 0, absent: 0, unknown: 0, 'not-applicable': 0 };
  pages = 0;
  /** Pages of the visits that ended. */
  #pagesDone = 0;
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

  end({ captures, findings }: VisitSummary): void {
    for (const { state } of findings) this.states[state]++;
    this.done = Math.min(this.total, this.done + 1);
    this.#pagesDone += captures.filter(({ role }) => role === 'page').length;
  }

  count({ role, failure }: Pick<Capture, 'role' | 'failure'>): void {
    if (role === 'page') this.pages++;
    if (failure !== null) this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
  }

  /** Pages a second. */
  get rate(): string {
    return (this.pages / Math.max(0.001, (Date.now() - this.began) / 1000)).toFixed(0);
  }

  /**
   * Time for the pages that are still to come, if the other visits are as long as those that ended.
   * Counting visits alone would ignore the many that are half done.
   */
  get timeLeft(): string {
    const visits = this.done - this.resumed;
    if (visits === 0 || this.pages === 0) return say('unknown');
    const expected = ((this.total - this.done) * this.#pagesDone) / visits;
    const left = Math.max(0, expected - (this.pages - this.#pagesDone));
    const seconds = (((Date.now() - this.began) / 1000) * left) / this.pages;
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
  captured(): void;
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
    captured(capture) {
      tally.count(capture);
      display.captured();
    },
    secondPass: (visits) => note(say('second pass: {visits} visits again, with longer limits', { visits })),
    unattended: () => note(say('no worker makes visits: start `govprobe worker` with the same GOVPROBE_DATABASE')),
    visited(visit) {
      tally.end(visit);
      display.visited();
    },
  };
  return { observer, stop: () => display.stop() };
}

function barDisplay(stream: NodeJS.WriteStream, tally: Tally): Display {
  const bar = new SingleBar(
    {
      format: say('visits {bar} {value}/{total}  {pages} pages  {rate}/s  left {left}  failures: {failures}'),
      stream,
      hideCursor: true,
      barsize: 24,
      fps: 5,
    },
    Presets.shades_classic,
  );
  const show = (): void => {
    const { done, pages, rate, timeLeft, failureText } = tally;
    bar.update(done, { pages, rate, left: timeLeft, failures: failureText });
  };
  return {
    started() {
      const { total, resumed, timeLeft } = tally;
      bar.start(total, resumed, { pages: 0, rate: '0', left: timeLeft, failures: say('none') });
    },
    captured: show,
    visited: show,
    stop: () => bar.stop(),
  };
}

function lineDisplay(tally: Tally): Display {
  let lastLine = tally.began;
  const show = (): void => {
    const { done, total, pages, rate, timeLeft, failureText, states } = tally;
    lastLine = Date.now();
    note(
      say(
        '{done}/{total} visits, {pages} pages, {rate} pages/s, left {left}, {present} present, {absent} absent, {unknown} unknown, failures: {failures}',
        { ...{ done, total, pages, rate }, ...states, left: timeLeft, failures: failureText },
      ),
    );
  };
  return {
    started(run) {
      const { total, resumed } = tally;
      const already = resumed > 0 ? say(', {count} of them complete already', { count: resumed }) : '';
      note(`${say('run {run}: {total} visits', { run, total })}${already}`);
    },
    captured() {
      // With many open visits none may end for minutes.
      if (Date.now() - lastLine >= plainLineAtLeastEvery) show();
    },
    visited() {
      if (Date.now() - lastLine >= plainLineEvery || tally.done === tally.total) show();
    },
    stop: () => undefined,
  };
}
