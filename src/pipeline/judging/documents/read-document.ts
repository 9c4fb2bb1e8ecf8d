import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { z } from 'zod';
import { moduleFile } from '../../../module-file.ts';
import type { DocumentText } from './document-text.ts';
import type { DocumentKind } from './kind.ts';

/** Larger documents are not read; the crawl's own limit on bodies is usually lower. */
const largestDocument = 16 * 1024 * 1024;
/**
 * Longest time for one document, with the start of the reader: a hundred pages take about a second.
 */
const longestReading = 20_000;
const heapMegabytes = 256;

const replySchema = z.union([
  z.object({ ok: z.literal(true), title: z.string(), text: z.string(), complete: z.boolean() }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

// One document at a time: reading is all computing, and a thread that is stopped then takes no
// other document with it.
const queue = new PQueue({ concurrency: 1 });
let reader: Worker | null = null;

function start(): Worker {
  const worker = new Worker(moduleFile(import.meta.url, './worker'), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // Resting, it keeps no process alive; and what goes wrong in it after an answer concerns nobody.
  worker.unref();
  worker.on('error', () => {
    if (reader === worker) reader = null;
  });
  return worker;
}

/**
 * Reads the text of a document in a thread of its own, bounded in bytes, memory and time. Never
 * rejects: what cannot be read is a failure with its reason.
 */
export async function readDocument(kind: DocumentKind, bytes: Buffer): Promise<DocumentText> {
  if (bytes.length > largestDocument)
    return { ok: false, reason: `${kind} document of more than ${largestDocument} bytes` };
  return queue.add(() => readAlone(kind, bytes));
}

function readAlone(kind: DocumentKind, bytes: Buffer): Promise<DocumentText> {
  const worker = reader ?? start();
  reader = worker;
  worker.ref();
  return new Promise((resolve) => {
    const giveUp = (reason: string): void => {
      reader = null;
      void worker.terminate();
      finish({ ok: false, reason });
    };
    const onMessage = (message: unknown): void => finish(replySchema.parse(message));
    const onBreak = (): void => giveUp(`${kind} document that the reader breaks on`);
    const timer = setTimeout(
      () => giveUp(`${kind} document that takes longer than ${longestReading} ms to read`),
      longestReading,
    );
    function finish(result: DocumentText): void {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onBreak);
      worker.off('exit', onBreak);
      worker.unref();
      resolve(result);
    }
    worker.on('message', onMessage);
    worker.on('error', onBreak);
    worker.on('exit', onBreak);
    worker.postMessage({ kind, bytes: new Uint8Array(bytes) });
  });
}
