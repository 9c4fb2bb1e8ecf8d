import { Worker } from 'node:worker_threads';
import type { Pack } from '../../../config/pack.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { moduleFile } from '../../../module-file.ts';
import type { DataAccess, Services } from '../data-access.ts';
import { DeskData, type Given, type JobName, jobs, type Result } from './jobs.ts';

/** Whom pages ask for what takes long. */
export interface Desk {
  /** @throws what the job throws; a `UsageError` stays one. */
  ask<Name extends JobName>(name: Name, given: Given<Name>): Promise<Result<Name>>;
  close(): Promise<void>;
}

/** What a thread is told. */
export interface DeskCall {
  readonly id: number;
  readonly name: JobName;
  readonly given: unknown;
}

/** What it answers: the result, a mistake of the person who asked, or an error of the program. */
export type DeskAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly mistake: string }
  | { readonly id: number; readonly error: string };

/** What a thread is started with. */
export interface DeskSettings {
  readonly dataFolder: string;
  readonly packFolder: string;
  readonly packHash: string;
  /** Where the store lies; undefined: in the data folder. */
  readonly services: Services | undefined;
}

/** Does the jobs in this thread, for a pack that is no folder on the disk. */
export class OwnDesk implements Desk {
  readonly #with: DeskData;

  constructor(data: DataAccess, pack: Pack) {
    this.#with = new DeskData(data, pack);
  }

  async ask<Name extends JobName>(name: Name, given: Given<Name>): Promise<Result<Name>> {
    // Copied as between threads, so that what cannot cross fails here too.
    return structuredClone(await jobs[name](this.#with, given));
  }

  async close(): Promise<void> {
    // The data access belongs to whoever opened it.
  }
}

const threadFile = moduleFile(import.meta.url, './desk-thread');

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Does the jobs in a thread of its own, so that pages which need none of them are answered meanwhile. The
 * thread begins with the first job, and anew after an error that ended it.
 */
export class ThreadDesk implements Desk {
  readonly #settings: DeskSettings;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #asked = 0;

  constructor(settings: DeskSettings) {
    this.#settings = settings;
  }

  ask<Name extends JobName>(name: Name, given: Given<Name>): Promise<Result<Name>> {
    this.#asked += 1;
    const call: DeskCall = { id: this.#asked, name, given };
    return new Promise<Result<Name>>((resolve, reject) => {
      // The thread runs the job of this name, whose result it is.
      this.#waiting.set(call.id, { resolve: (result) => resolve(result as Result<Name>), reject });
      this.#running().postMessage(call);
    });
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
  }

  #running(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = new Worker(threadFile, { workerData: this.#settings });
    thread.on('message', (answer: DeskAnswer) => this.#settle(answer));
    thread.once('error', (error: Error) => this.#fail(thread, error));
    thread.once('exit', (status) => this.#fail(thread, new Error(`a thread ended with ${status}`)));
    this.#thread = thread;
    return thread;
  }

  #settle(answer: DeskAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('result' in answer) waiting?.resolve(answer.result);
    else if ('mistake' in answer) waiting?.reject(new UsageError(answer.mistake));
    else waiting?.reject(new Error(answer.error));
  }

  #fail(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
