// Entry of a thread that makes the workbook of a report.
import { parentPort, workerData } from 'node:worker_threads';
import { toWorkbook } from '../report/workbook.ts';
import type { WorkbookWork } from './workbook-in-thread.ts';

// The tables come from our own main thread.
const [sheets, about] = workerData as WorkbookWork;
parentPort?.postMessage(await toWorkbook(sheets, about));
