import { Worker } from 'node:worker_threads';
import { moduleFile } from '../module-file.ts';
import type { toWorkbook } from '../report/workbook.ts';

/** What a thread makes a workbook of. Plain data. */
export type WorkbookWork = Parameters<typeof toWorkbook>;

const threadFile = moduleFile(import.meta.url, './workbook-thread');

/** `toWorkbook` in a thread of its own, since it takes as long as all sheets together. */
export function workbookInThread(...work: WorkbookWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: work });
    thread.once('message', (bytes: Uint8Array) => resolve(bytes));
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`a thread ended with ${status} and no result`)));
  });
}
