/**
 * Milliseconds of processor time that this thread has used: unlike the time on a clock, it does not
 * grow while other work has the processor.
 */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
