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
 * Limits the time of waiting for another party; calls `over` when it is spent. While this process
 * itself is busy, time counts as one step at most, and after such a step another is granted, since
 * an answer that is already in the socket is delivered only after the timers.
 * @returns ends the waiting and deducts its time from what is left, of which 1 ms always remains
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
