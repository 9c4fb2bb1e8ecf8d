import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../config/pack.ts';
import { readTruth } from '../config/truth.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Canaries } from '../pipeline/operations/nightly/canaries.ts';
import { scaleRegistry } from '../sandbox/world/registry.ts';
import { knownProbes } from './known-probes.ts';
import { startSimulation } from './simulation.ts';

/** Canaries and what answers for them, until closed. */
export interface RunningCanaries extends Canaries {
  close(): Promise<void>;
}

/**
 * Starts the simulated governments that config/schedule.yaml names, in a process of their own. They
 * are the second copy of the registry's country, so that their codes and hosts are nobody's. Null
 * when the pack names none.
 *
 * @param program path of the command line's main file.
 * @param config folder of the configuration pack; undefined: the program's own.
 * @throws UsageError when the schedule names a code that the registry lacks.
 */
export async function startCanaries(
  program: string,
  pack: Pack,
  config: string | undefined,
): Promise<RunningCanaries | null> {
  const governments = canaryGovernments(pack);
  if (governments.length === 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-canaries-'));
  try {
    const truth = join(folder, 'truth.jsonl');
    const simulation = await startSimulation(program, { sandbox: true, scale: '2', truth, config });
    if (simulation === null) throw new Error('the canaries were not started');
    const codes = new Set(governments.map(({ code }) => code));
    const truths = readTruth(truth, knownProbes(pack)).filter(({ government }) => codes.has(government));
    return { governments, truths, proxy: simulation.proxy, close: () => simulation.close() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function canaryGovernments(pack: Pack): Government[] {
  const wanted = pack.schedule.canaries.governments;
  const copies = wanted.length === 0 ? [] : scaleRegistry(pack.governments, 2).slice(pack.governments.length);
  return wanted.map((code) => {
    const copy = copies[pack.governments.findIndex((government) => government.code === code)];
    if (copy !== undefined) return copy;
    throw new UsageError(`canaries.governments of the schedule names ${code}, which is not a code of the registry`);
  });
}
