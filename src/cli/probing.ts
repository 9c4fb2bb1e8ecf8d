import { resolve } from 'node:path';

/** Options of a console that its visits take over. */
interface ProbingOptions {
  readonly config?: string;
  readonly proxy?: string;
  readonly simulated?: boolean;
  readonly sandbox?: boolean;
  readonly browser?: boolean;
}

/** The words of `govprobe probe` for visits that are started on a page. */
export function probingOf({ config, proxy, simulated, sandbox, browser }: ProbingOptions): string[] {
  return [
    ...(config === undefined ? [] : ['--config', resolve(config)]),
    ...(proxy === undefined ? [] : ['--proxy', proxy]),
    ...(simulated ? ['--simulated'] : []),
    ...(sandbox ? ['--sandbox'] : []),
    ...(browser === false ? ['--no-browser'] : []),
  ];
}
