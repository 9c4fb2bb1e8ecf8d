/** The count goes in steps of this many milliseconds. */
const step = 250;
/** A step that ends so much later than it should was held up by work of this process. */
const heldUp = 150;
/** More steps than this are not granted to a process that is busy all the time. */
const mostGranted = 20;

/** What is left of a limit, in milliseconds. */
export interface Patience {
  left: number;
}

/**
 * Waits for somebody else no longer than a limit says; calls `over` when it is spent. Only the waiting counts: while this process works on
 * something of its own for seconds, nobody's answer can be taken in, so that time is counted as one step. And timers go before what waits in
 * the sockets: behind a step that was held up another one is granted, in which an answer or an error that is there already arrives.
 * @returns what ends the waiting; the time that it took is then taken from what is left, of which a millisecond always stays.
 */
export function waitPatiently(patience: Patience, over: () => void): () => void {
  let granted = 0;
  let began = performance.now();
  let span = Math.min(step, patience.left);
  let timer = setTimeout(tick, span);

  function tick(): void {
    const late = performance.now() - began - span > heldUp;
    patience.left -= span;
    if (patience.left <= 0) {
      if (!late || granted >= mostGranted) {
        over();
        return;
      }
      granted += 1;
      patience.left = step;
    }
    began = performance.now();
    span = Math.min(step, patience.left);
    timer = setTimeout(tick, span);
  }
  return () => {
    clearTimeout(timer);
    patience.left = Math.max(1, patience.left - Math.min(span, performance.now() - began));
  };
}
