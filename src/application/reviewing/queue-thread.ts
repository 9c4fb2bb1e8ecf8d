// Entry of a thread that measures the review queue: seconds without a pause, in which a server would
// answer nobody.
import { parentPort, workerData } from 'node:worker_threads';
import { measureQueue, type QueueInput } from '../../scoring/reviewing/queue.ts';

const work: QueueInput = workerData;
parentPort?.postMessage(measureQueue(work));
