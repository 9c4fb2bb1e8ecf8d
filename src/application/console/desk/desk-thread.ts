// Entry of a thread that does what takes long for the pages of a console, one request after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { loadPack } from '../../../config/pack.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { keepStates } from '../../kept-states.ts';
import { wordSource } from '../../word-sections.ts';
import { DataAccess } from '../data-access.ts';
import type { DeskAnswer, DeskCall, DeskSettings } from './desk.ts';
import { DeskData, type Given, type JobName, jobs } from './jobs.ts';

// The settings come from our own main thread.
const settings = workerData as DeskSettings;
const pack = loadPack(settings.packFolder, wordSource);
if (pack.hash !== settings.packHash)
  throw new Error(
    `the configuration in ${settings.packFolder} has changed since the console was started; start it again`,
  );
keepStates(settings.dataFolder);
const desk = new DeskData(new DataAccess(settings.dataFolder, settings.services), pack);

async function answerTo<Name extends JobName>({ id, name, given }: DeskCall & { name: Name }): Promise<DeskAnswer> {
  try {
    // The main thread gives what the job of this name takes.
    return { id, result: await jobs[name](desk, given as Given<Name>) };
  } catch (error) {
    if (error instanceof UsageError) return { id, mistake: error.message };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (call: DeskCall) => {
  const answer = await answerTo(call);
  try {
    parentPort?.postMessage(answer);
  } catch (error) {
    parentPort?.postMessage({ id: call.id, error: `${call.name}: ${String(error)}` } satisfies DeskAnswer);
  }
});
