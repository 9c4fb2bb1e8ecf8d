import { Presets, SingleBar } from 'cli-progress';
import type { Capture } from '../model/capture.ts';
import type { RunObserver } from '../pipeline/crawl/run/run.ts';
import { note } from './output.ts';

const plainLineEvery = 5_000;

function failureText(failures: ReadonlyMap<string, number>): string {
  const entries = [...failures].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return entries.length === 0 ? 'none' : entries.map(([name, count]) => `${name} ${count}`).join(', ');
}

/**
 * Progress of a run on standard error: a bar with rate, time left and failures by class on a terminal, a plain line every few
 * seconds elsewhere. `stop` ends the display.
 */
export function progressDisplay(stream: NodeJS.WriteStream): { observer: RunObserver; stop: () => void } {
  const failures = new Map<string, number>();
  let pages = 0;
  let done = 0;
  let total = 0;
  let alreadyDone = 0;
  const began = Date.now();
  let lastLine = began;
  const bar = stream.isTTY
    ? new SingleBar(
        {
          format: 'visits {bar} {value}/{total}  {pages} pages  {rate}/s  left {eta_formatted}  failures: {failures}',
          stream,
          hideCursor: true,
          etaBuffer: 40,
          barsize: 24,
          fps: 5,
        },
        Presets.shades_classic,
      )
    : null;

  function rate(): string {
    return (pages / Math.max(0.001, (Date.now() - began) / 1000)).toFixed(0);
  }

  function timeLeft(): string {
    const mine = done - alreadyDone;
    if (mine === 0) return 'unknown';
    const seconds = (((Date.now() - began) / 1000) * (total - done)) / mine;
    return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
  }

  const observer: RunObserver = {
    started(run, all, resumed) {
      total = all;
      done = resumed;
      alreadyDone = resumed;
      bar?.start(all, resumed, { pages: 0, rate: '0', failures: 'none' });
      if (!bar) note(`run ${run.id}: ${all} visits${resumed > 0 ? `, ${resumed} of them complete already` : ''}`);
    },
    captured(capture: Capture) {
      if (capture.role === 'page') pages++;
      if (capture.failure !== null) failures.set(capture.failure, (failures.get(capture.failure) ?? 0) + 1);
    },
    secondPass(visits) {
      note(`second pass: ${visits} visits again, with longer limits`);
    },
    visited() {
      done = Math.min(total, done + 1);
      bar?.update(done, { pages, rate: rate(), failures: failureText(failures) });
      const now = Date.now();
      if (!bar && (now - lastLine >= plainLineEvery || done === total)) {
        lastLine = now;
        note(
          `${done}/${total} visits, ${pages} pages, ${rate()} pages/s, left ${timeLeft()}, failures: ${failureText(failures)}`,
        );
      }
    },
  };
  return { observer, stop: () => bar?.stop() };
}
