import { countryMakers } from './makers.ts';
import { type Sandbox, type SandboxOptions, startCountry } from './sandbox.ts';
import { type Families, World, type WorldOptions } from './world/index.ts';

export type { Recording } from './proxy/recorded.ts';
export type { ListenOptions } from './proxy/server.ts';
export type { ProxyCounters } from './proxy/upstream.ts';
export {
  type PageMakers,
  type RecordedSandbox,
  type RunningSandbox,
  type Sandbox,
  type SandboxOptions,
  startCountry,
  startRecorded,
} from './sandbox.ts';
export type * from './town.ts';
export * from './world/index.ts';

/**
 * Starts the simulated country behind a forward proxy on this machine.
 * @throws UsageError for a port that cannot be used or a scale out of range.
 */
export function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  return startCountry(options, countryMakers);
}

/** The same country without a proxy, e.g. for its truth sheet. */
export function buildWorld(options: Omit<WorldOptions, 'families'> & { readonly families?: Families }): World {
  return new World({ families: countryMakers.families, ...options });
}
