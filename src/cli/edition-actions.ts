import { editionFigures, freeze, verifyEdition } from '../application/edition.ts';
import { type CommonOptions, packOf, withStore, zoneOf } from './context.ts';
import { note, printJson, printLines } from './output.ts';
import { editionLines, editionsTable } from './views/edition.ts';

export interface EditionOptions extends CommonOptions {
  readonly run?: string;
  readonly year?: number;
  readonly note?: string;
}

/** Evidence files between two remarks on the progress of a check. */
const remarkEvery = 5000;

export async function freezeAndPrint(name: string, options: EditionOptions): Promise<void> {
  const pack = await packOf(options);
  const frozen = await withStore(options, (store) => freeze(store, pack, { ...options, name }));
  if (options.json) printJson(frozen);
  else printLines([`edition ${name} is frozen, sha256 ${frozen.sha256}`, `next: govprobe report --edition ${name}`]);
}

export async function printEditions(options: EditionOptions): Promise<void> {
  const editions = await withStore(options, (store) => store.editions.list());
  if (options.json) printJson(editions);
  else printLines(editionsTable(editions, await zoneOf(options)));
}

export async function printEdition(name: string, options: EditionOptions): Promise<void> {
  const figures = await withStore(options, (store) => editionFigures(store, name));
  const { edition, governments, ranked, findings, applied, stale, tiers } = figures;
  if (options.json) printJson({ ...edition, governments, ranked, findings, applied, stale, tiers });
  else printLines(editionLines(figures, await zoneOf(options)));
}

/** Sets exit status 1 for an edition that is damaged. */
export async function verifyAndPrint(name: string, options: EditionOptions): Promise<void> {
  const remark = (done: number, total: number): void => {
    if (done % remarkEvery === 0) note(`${done}/${total} evidence files checked`);
  };
  const result = await withStore(options, (store) => verifyEdition(store, name, remark));
  const intact = result.damage.length === 0;
  if (options.json) printJson({ edition: name, intact, ...result });
  else if (intact) printLines([`edition ${name} is intact: all records and ${result.bodies} evidence files`]);
  else printLines([`edition ${name} is damaged:`, ...result.damage]);
  if (!intact) process.exitCode = 1;
}
