import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import type { ProcessIdentity } from '../../../store/locks.ts';

/** This process, as a lock remembers its holder. */
export function ownIdentity(command: string): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname(), boot: bootOf(), command };
}

/**
 * Whether the holder of a lock still lives. A process id alone does not tell, since ids are given
 * out again: the start of the process and of the machine must be the same too. Null for a holder on
 * another machine, of which nothing can be seen from here.
 */
export function isAlive(holder: ProcessIdentity): boolean | null {
  if (holder.host !== hostname()) return null;
  if (holder.boot !== bootOf()) return false;
  const started = startOf(holder.pid);
  return started !== null && started === holder.started;
}

/** When a process began, in the system's own form; null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    // Field 22 of proc(5), counted after the name, which may hold blanks and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not noticed.
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch (error) {
    if (process.platform === 'linux') return null;
    return startByPs(pid, error);
  }
}

/** The same for systems without /proc. */
function startByPs(pid: number, cause: unknown): string | null {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return text === '' ? null : text;
  } catch (error) {
    // ps ends with status 1 for an id that nobody has.
    if (error instanceof Error && 'status' in error && error.status === 1) return null;
    throw new Error('neither /proc nor ps tells which processes there are', { cause });
  }
}

function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    // Without /proc: the hour of the start, since uptime and clock do not agree to the second.
    return `h${Math.round((Date.now() / 1000 - uptime()) / 3600)}`;
  }
}
