/**
 * Milliseconds on a clock that never goes back: pauses and deadlines are measured on it, whatever somebody does to the system's clock. It
 * began at the system's time when the process started, so its figures look like times, yet only their differences mean something.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}
