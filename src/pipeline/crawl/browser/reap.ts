import { readdirSync, readFileSync } from 'node:fs';

/**
 * Argument of a browser that says whose it is: process id and start of its owner, and the owner's
 * own number for it.
 */
const ownerSwitch = '--govprobe-owner=';
let browsers = 0;

/**
 * Where the system shows its processes as files (Linux); elsewhere nothing is found, and nothing
 * reaped.
 */
const processFolder = '/proc';

interface Running {
  readonly pid: number;
  readonly parent: number;
  /**
   * Ticks from the start of the machine to that of the process: a process id is given out again,
   * this is not.
   */
  readonly started: string;
}

function look(pid: number): Running | null {
  try {
    const text = readFileSync(`${processFolder}/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent] = fields;
    // A zombie is dead; its parent has yet to notice.
    return state === 'Z' ? null : { pid, parent: Number(parent), started: fields[19] ?? '' };
  } catch {
    return null;
  }
}

function running(): Running[] {
  let names: string[];
  try {
    names = readdirSync(processFolder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => look(Number(name)) ?? []);
}

function ownerOf(pid: number): string | null {
  try {
    const parameters = readFileSync(`${processFolder}/${pid}/cmdline`, 'utf8').split('\0');
    return parameters.find((item) => item.startsWith(ownerSwitch))?.slice(ownerSwitch.length) ?? null;
  } catch {
    return null;
  }
}

/** The argument for one browser of this process. */
export function ownerArgument(): string {
  browsers += 1;
  return `${ownerSwitch}${process.pid}.${look(process.pid)?.started ?? '0'}.${browsers}`;
}

/**
 * Ends a process and everything it started, the youngest generation first. Gives the number of
 * processes.
 */
function endTree(root: number, all: readonly Running[]): number {
  let ended = 0;
  for (const { pid, parent } of all) if (parent === root) ended += endTree(pid, all);
  try {
    process.kill(root, 'SIGKILL');
    return ended + 1;
  } catch {
    // It has ended by itself meanwhile.
    return ended;
  }
}

function reap(isOver: (owner: string) => boolean): number {
  const all = running();
  return all
    .filter(({ pid }) => {
      const owner = ownerOf(pid);
      return owner !== null && isOver(owner);
    })
    .reduce((ended, { pid }) => ended + endTree(pid, all), 0);
}

/**
 * Ends browsers whose govprobe is gone, killed perhaps, with all their processes. Gives the number
 * of processes.
 */
export function reapOrphans(): number {
  return reap((owner) => {
    const [pid, started] = owner.split('.');
    return look(Number(pid))?.started !== started;
  });
}

/** Ends what is left of one browser of this process that should have ended. */
export function reapBrowser(argument: string): number {
  return reap((owner) => argument === `${ownerSwitch}${owner}`);
}
