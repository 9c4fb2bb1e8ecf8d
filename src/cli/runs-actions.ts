import { createInterface } from 'node:readline/promises';
import { removeRuns } from '../application/remove-runs.ts';
import { listRuns } from '../application/runs.ts';
import { UsageError } from '../model/usage-error.ts';
import { Interrupted } from '../pipeline/crawl/run/interrupted.ts';
import { type CommonOptions, dataFolderOf, packOf, withStore } from './context.ts';
import { note, printJson, printLines } from './output.ts';
import { say } from './say.ts';
import { removalLines, runsJson, runsTable } from './views/runs.ts';

export interface RunsOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly size: boolean;
}

export async function printRuns(options: RunsOptions): Promise<void> {
  const pack = await packOf(options);
  const choice = { sizes: options.size };
  const entries = await withStore(options, (store) => listRuns(store, dataFolderOf(options), choice));
  if (options.json) printJson(runsJson(entries));
  else printLines(runsTable(entries, pack.meta['time-zone']));
}

/**
 * Says what goes, asks, and removes.
 *
 * @throws UsageError where the person says no, or nobody is there to be asked.
 */
export async function removeAndPrint(ids: readonly string[], options: RunsOptions): Promise<void> {
  const pack = await packOf(options);
  const remove = (apply: boolean) =>
    withStore(options, (store) => removeRuns(store, pack, dataFolderOf(options), { ids, apply, now: Date.now() }));
  if (!options.yes) {
    const plan = await remove(false);
    if (options.json) printJson(plan);
    else printLines(removalLines(plan));
    if (options.json || !process.stdin.isTTY) throw new UsageError('nothing was removed: confirm with --yes');
    if (!(await isConfirmed())) throw new UsageError('nothing was removed');
  }
  const removal = await remove(true);
  if (options.json) printJson(removal);
  else printLines(removalLines(removal));
}

/** @throws Interrupted on Ctrl-C. */
async function isConfirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/iu.test((await terminal.question(say('Remove this for good? [y/N] '))).trim());
  } catch (error) {
    // The question is aborted by Ctrl-C and by the end of the input.
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    note('');
    if (/Ctrl\+C/u.test(error.message)) throw new Interrupted('nothing was removed');
    return false;
  } finally {
    terminal.close();
  }
}
