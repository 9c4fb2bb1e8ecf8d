import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import type { DocumentText } from './document-text.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

/**
 * Thread that reads documents, so that a hostile one can be stopped and a long one holds nobody up.
 */
const requestSchema = z.object({ kind: z.enum(['pdf', 'docx']), bytes: z.instanceof(Uint8Array) });

parentPort?.on('message', async (message: unknown) => {
  const { kind, bytes } = requestSchema.parse(message);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const result: DocumentText = kind === 'pdf' ? await readPdf(buffer) : readDocx(buffer);
  parentPort?.postMessage(result);
});
