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
