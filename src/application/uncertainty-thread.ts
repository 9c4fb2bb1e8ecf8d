// Entry of a thread that simulates how sure ranks are: seconds without a pause, in which the main
// thread would hear no interruption.
import { parentPort, workerData } from 'node:worker_threads';
import { measureUncertainty } from '../scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../scoring/uncertainty/sensitivity.ts';
import type { UncertaintyWork } from './draw-uncertainty.ts';

const { what, assessment, governments, findings, settings, sensitivity }: UncertaintyWork = workerData;
parentPort?.postMessage(
  what === 'uncertainty'
    ? measureUncertainty(assessment, governments, findings, settings)
    : measureSensitivity(assessment, governments, findings, settings, sensitivity),
);
