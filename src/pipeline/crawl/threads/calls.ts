import type { ParsedFiles } from '../../../config/read-yaml.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { Government } from '../../../model/government.ts';
import type { EvidencePlace } from '../../../store/services.ts';
import type { Interaction, Step } from '../browser/interaction.ts';
import type { Target } from '../frontier/target.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { FullOrder, JudgedVisit } from '../visit/judged-visit.ts';

/** What a reading thread is started with; it reads pack and probes by itself. */
export interface ThreadSettings {
  readonly packFolder: string;
  /** Hash of the pack that the run was started with. */
  readonly packHash: string;
  /** The files of the pack as plain data, which takes half of what reading them takes. */
  readonly packFiles: ParsedFiles;
  /** Ids of the probes that run. */
  readonly probes: readonly string[];
  readonly hasBrowser: boolean;
  readonly dataFolder: string;
  /** Where bytes lie that are not in the data folder. */
  readonly evidence: EvidencePlace | null;
  /** Folder for the pages of open visits, with one of its own for each thread. */
  readonly shelfFolder: string;
  /** Bytes of pages that the thread may keep in memory, by estimate. */
  readonly pageMemory: number;
  /** Whether memory may be spent to save processor time; false by default. */
  readonly ample?: boolean;
}

/** A request that waits in the main thread for the turn of its host. */
export interface SentRequest {
  /** Number within the thread. */
  readonly id: number;
  readonly target: Target;
  /** Not before this moment on the steady clock. */
  readonly notBefore: number;
}

/** The frontier of a visit as it is opened in the main thread. */
export interface SentFrontier {
  /** Number within the thread. */
  readonly id: number;
  /** Number of the visit that it belongs to. */
  readonly visit: number;
  readonly government: Government;
  /** When the visit must end, on the steady clock. */
  readonly deadline: number;
  readonly requests: readonly SentRequest[];
}

/** What came of a request: captures for the log, and requests that may follow. */
export interface Handled {
  readonly captures: readonly Capture[];
  readonly requests: readonly SentRequest[];
}

/** An error as plain data. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  /** Code, call and path of the system's error, such as `ENOSPC`, where it has them. */
  readonly system: { readonly code?: string; readonly syscall?: string; readonly path?: string };
}

/** What a reading thread calls in the main thread. */
export interface MainCalls {
  open(frontier: SentFrontier): void;
  close(frontier: number): void;
  fetch(request: number, headers: Readonly<Record<string, string>>): Promise<FetchOutcome>;
  converse(request: number, interaction: Interaction): Promise<readonly Step[]>;
  rest(visit: number, host: string, time: number): void;
  abort(visit: number, error: SentError): void;
}

/** What the main thread calls in a reading thread. */
export interface ThreadCalls {
  /** Conducts a visit in full and judges it; null if the collection was aborted meanwhile. */
  conduct(visit: number, order: FullOrder, settings: CrawlSettings): Promise<JudgedVisit | null>;
  /** Carries out a request whose turn has come. */
  handle(request: number): Promise<Handled>;
  /** Told when a request could not be carried out for a reason of our own. */
  failed(request: number, error: SentError): Promise<Handled>;
  abort(): void;
  /** Answered as soon as the thread has done what it is doing. */
  ping(): void;
}

/** Calls that have no answer. */
export const mainEvents = ['open', 'close', 'rest', 'abort'] as const;
export const threadEvents = ['abort'] as const;

export function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, system: {} };
  const { message, stack } = error;
  const told = new Map<string, unknown>(Object.entries(error));
  const system = Object.fromEntries(
    ['code', 'syscall', 'path'].flatMap((name) => {
      const value = told.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return { message, stack, system };
}

export function receivedError({ message, stack, system }: SentError): Error {
  const error = Object.assign(new Error(message), system);
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** An outcome with bodies that own their memory: crossing threads copies all that a view looks at. */
export function packed(outcome: FetchOutcome): FetchOutcome {
  return withBodies(outcome, (bytes) =>
    bytes.buffer.byteLength === bytes.byteLength ? bytes : Buffer.from(Uint8Array.from(bytes).buffer),
  );
}

/** An outcome that crossed threads, which turns buffers into plain arrays of bytes. */
export function unpacked(outcome: FetchOutcome): FetchOutcome {
  return withBodies(outcome, ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
}

function withBodies(outcome: FetchOutcome, change: (bytes: Buffer) => Buffer): FetchOutcome {
  const screenshot = outcome.screenshot ? { screenshot: change(outcome.screenshot) } : {};
  if (!outcome.ok) return { ...outcome, body: outcome.body === null ? null : change(outcome.body), ...screenshot };
  const { requested } = outcome;
  const data = requested ? { requested: requested.map((item) => ({ ...item, body: change(item.body) })) } : {};
  return { ...outcome, body: change(outcome.body), ...screenshot, ...data };
}
