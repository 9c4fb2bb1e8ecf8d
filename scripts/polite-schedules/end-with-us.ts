import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends a process when this one ends, however that happens. A shell beside both looks once a second,
 * since a frozen process notices nothing and a killed one says nothing.
 */
export function endWithUs(child: ChildProcess): void {
  if (child.pid === undefined) return;
  watch(
    `while kill -0 "$0" 2>/dev/null; do kill -0 "$1" 2>/dev/null || exit 0; sleep 1; done
     kill -KILL "$1" 2>/dev/null`,
    String(child.pid),
  );
}

/** Deletes a folder when this process ends without having done so. */
export function removeWithUs(folder: string): void {
  // Those who write into it end within a second.
  watch(
    `while kill -0 "$0" 2>/dev/null; do [ -d "$1" ] || exit 0; sleep 1; done
     sleep 3; rm -rf "$1"`,
    folder,
  );
}

function watch(script: string, watched: string): void {
  const options = { detached: true, stdio: 'ignore', cwd: '/' } as const;
  spawn('sh', ['-c', script, String(process.pid), watched], options).unref();
}
