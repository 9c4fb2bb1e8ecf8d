import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;
const lookEvery = 100;

/** What a command cost. */
export interface Cost {
  /** Processor time of the command and of all its children, in seconds. */
  readonly cpuSeconds: number;
  /** Most resident memory of the command and its children at one moment, in MiB. */
  readonly peakMiB: number;
}

/** Reads a file of /proc, of a process that may have ended; null then. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}

/** Processor time of this process's children that have ended and of their children (Linux), in seconds. */
function endedChildren(): number {
  const text = read('/proc/self/stat');
  if (text === null) throw new Error('the bench measures processes by /proc, which only Linux has');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Resident memory of a process and all its descendants, in MiB. */
function memoryOf(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const text = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : null;
    if (text === null) continue;
    const parent = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number => {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
    return kilobytes + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  };
  return sum(root) / 1024;
}

/** Runs a command to its end and measures it. Only one at a time. Rejects when it fails. */
export async function costOf([program = '', ...options]: readonly string[], timeLimit: number): Promise<Cost> {
  const before = endedChildren();
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], timeout: timeLimit });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  let peakMiB = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peakMiB = Math.max(peakMiB, memoryOf(child.pid));
  }, lookEvery);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // Wget2 ends with 8 when any address answered with an error, such as robots.txt.
    if (status !== 0 && status !== 8) throw new Error(`${program} ended with ${status}: ${said}`);
    return { cpuSeconds: endedChildren() - before, peakMiB };
  } finally {
    clearInterval(watch);
  }
}
