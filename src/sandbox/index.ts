import { countryMakers } from './makers.ts';
import { type Sandbox, type SandboxOptions, startCountry } from './sandbox.ts';

export { sandboxName } from './name.ts';
export type { Recording } from './proxy/recorded.ts';
export type { ListenOptions } from './proxy/server.ts';
export type { ProxyCounters } from './proxy/upstream.ts';
export {
  type PageMakers,
  type RecordedSandbox,
  type RunningSandbox,
  type Sandbox,
  type SandboxOptions,
  startRecorded,
} from './sandbox.ts';
export type * from './town.ts';
export * from './world/index.ts';

/**
 * Starts the simulated country behind a forward proxy on this machine.
 * @throws UsageError for an invalid port or scale
 */
export function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  return startCountry(options, countryMakers);
}
