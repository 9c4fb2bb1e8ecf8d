import { addErratum } from '../application/corrections.ts';
import { editionFigures, freeze, verifyEdition } from '../application/edition.ts';
import { checkPublications } from '../application/publishing/check-publications.ts';
import { UsageError } from '../model/usage-error.ts';
import { type CommonOptions, packOf, withStore, zoneOf } from './context.ts';
import { note, printJson, printLines } from './output.ts';
import { editionLines, editionsTable } from './views/edition.ts';

export interface EditionOptions extends CommonOptions {
  readonly run?: string;
  readonly year?: number;
  readonly note?: string;
  readonly replaces?: string;
  readonly edition?: string;
  readonly who?: string;
  readonly what?: string;
  readonly out?: string;
  readonly key?: string;
  readonly timeAuthority?: string;
  readonly authorityCertificates?: string;
  readonly unmasked?: boolean;
  readonly published?: string;
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
  const [editions, errata] = await withStore(
    options,
    async (store) => [await store.editions.list(), await store.errata.list()] as const,
  );
  const listed = editions.map((item) => ({
    ...item,
    replacedBy: editions.find(({ replaces }) => replaces?.name === item.name)?.name ?? null,
    errata: errata.filter(({ edition }) => edition === item.name),
  }));
  if (options.json) printJson(listed);
  else printLines(editionsTable(listed, await zoneOf(options)));
}

export async function printEdition(name: string, options: EditionOptions): Promise<void> {
  const figures = await withStore(options, (store) => editionFigures(store, name));
  const { edition, tree: _, reviews: _reviews, ...rest } = figures;
  const replacedBy = rest.replacedBy?.name ?? null;
  if (options.json) printJson({ ...edition, ...rest, replacedBy });
  else printLines(editionLines(figures, await zoneOf(options)));
}

/** Appends what a person found to be wrong in an edition. */
export async function correctAndPrint(name: string, options: EditionOptions): Promise<void> {
  const { who, what } = options;
  if (who === undefined) throw new UsageError('--who is missing; expected the name of the person who states it');
  if (what === undefined) throw new UsageError('--what is missing; expected what is wrong in the edition');
  const request = { edition: name, who, what };
  const erratum = await withStore(options, (store) => addErratum(store, request, new Date()));
  if (options.json) printJson(erratum);
  else
    printLines([`erratum ${erratum.id} of edition ${name} is recorded; reports of this edition show it from now on`]);
}

/** Sets exit status 1 for an edition that is damaged. */
export async function verifyAndPrint(name: string, options: EditionOptions): Promise<void> {
  const remark = (done: number, total: number): void => {
    if (done % remarkEvery === 0) note(`${done}/${total} evidence files checked`);
  };
  const [checked, published] = await withStore(
    options,
    async (store) =>
      [
        await verifyEdition(store, name, remark),
        await checkPublications(store, name, options.published ?? null),
      ] as const,
  );
  const result = { ...checked, damage: [...checked.damage, ...published.damage], publications: published.publications };
  const intact = result.damage.length === 0;
  if (options.json) printJson({ edition: name, intact, ...result });
  else if (intact)
    printLines([
      `edition ${name} is intact: all records and ${result.bodies} evidence files`,
      ...(published.publications === 0 ? [] : [`log of publications: ${published.publications}, all intact`]),
    ]);
  else printLines([`edition ${name} is damaged, ${result.damage.length} in all:`, ...result.damage]);
  if (!intact) process.exitCode = 1;
}
