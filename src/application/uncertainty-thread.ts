// Entry of a thread that simulates how sure ranks are: seconds without a pause, in which the main
// thread would hear no interruption.
import { parentPort, workerData } from 'node:worker_threads';
import { measureUncertainty } from '../scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../scoring/uncertainty/sensitivity.ts';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';
import type { ThreadMessage, UncertaintyWork } from './draw-uncertainty.ts';

const { what, assessment, governments, findings, settings, sensitivity }: UncertaintyWork = workerData;
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
const watch: DrawWatch = (done, all) => say({ kind: 'progress', done, all });
const result =
  what === 'uncertainty'
    ? measureUncertainty(assessment, governments, findings, settings, watch)
    : measureSensitivity(assessment, governments, findings, settings, sensitivity, watch);
say({ kind: 'result', result });
