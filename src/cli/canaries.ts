import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../config/pack.ts';
import { readTruth } from '../config/truth.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Canaries } from '../pipeline/operations/nightly/canaries.ts';
import { scaleRegistry } from '../sandbox/index.ts';
import { knownProbes } from './known-probes.ts';
import { startSimulation } from './simulation.ts';

/** Canaries and what answers for them, until closed. */
export interface RunningCanaries extends Canaries {
  close(): Promise<void>;
}

/**
 * Starts the simulated governments that ride along, as config/schedule.yaml names them, in a process of their own. They are the second copy
 * of the registry's country: their codes and hosts are nobody's. Null when the pack names none.
 */
export async function startCanaries(pack: Pack, config: string | undefined): Promise<RunningCanaries | null> {
  const wanted = pack.schedule.canaries.governments;
  if (wanted.length === 0) return null;
  const copies = scaleRegistry(pack.governments, 2).slice(pack.governments.length);
  const governments = wanted.map((code) => {
    const copy = copies[pack.governments.findIndex((government) => government.code === code)];
    if (copy === undefined) {
      throw new UsageError(`canaries.governments of the schedule names ${code}, which is not a code of the registry`);
    }
    return copy;
  });
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-canaries-'));
  try {
    const truth = join(folder, 'truth.jsonl');
    const options = { sandbox: true, scale: '2', truth, ...(config === undefined ? {} : { config }) };
    const simulation = await startSimulation(options);
    if (simulation === null) throw new Error('the canaries were not started');
    const codes = new Set(governments.map(({ code }) => code));
    const truths = readTruth(truth, knownProbes(pack)).filter(({ government }) => codes.has(government));
    return { governments, truths, proxy: simulation.proxy, close: () => simulation.close() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
