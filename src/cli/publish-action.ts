import { readFileSync } from 'node:fs';
import { publishEdition } from '../application/publishing/publish-edition.ts';
import { readSigner } from '../application/publishing/signing-key.ts';
import { UsageError } from '../model/usage-error.ts';
import { languageFor } from '../report/messages.ts';
import { dataFolderOf, packOf, withStore } from './context.ts';
import type { EditionOptions } from './edition-actions.ts';
import { ending } from './interruption.ts';
import { note, printJson, printLines } from './output.ts';

/** Governments between two remarks on the progress. */
const remarkEvery = 20;

/** Writes an edition as a folder that others can verify. */
export async function publishAndPrint(name: string, options: EditionOptions): Promise<void> {
  const { out, key, timeAuthority, authorityCertificates } = options;
  if (out === undefined) throw new UsageError('--out is missing; expected the folder to write');
  const pack = await packOf(options);
  const request = {
    ...{ edition: name, out, language: languageFor(pack.meta.language), unmasked: options.unmasked ?? false },
    signer: key === undefined ? null : readSigner(key, pack.publishing?.origin ?? ''),
    authority: authorityOf(timeAuthority, authorityCertificates),
    onProgress: (done: number, total: number) => {
      if (done % remarkEvery === 0 || done === total) note(`${done}/${total} packages written`);
    },
    signal: ending(),
    now: () => new Date(),
  };
  const written = await withStore(options, (store) => publishEdition(store, pack, dataFolderOf(options), request));
  if (options.json) printJson(written);
  else {
    const { folder, governments, bytes, size, root, masked, missing, origin } = written;
    printLines([
      `edition ${name} is published in ${folder}: ${governments} packages, ${Math.round(bytes / 1_000_000)} MB`,
      `log ${origin}: ${size} lines, root ${root}`,
      `${masked} pieces of personal data were masked; ${missing} captures have lost their bytes`,
      `next: sh ${folder}/verify.sh --root ${root}`,
    ]);
  }
}

function authorityOf(url: string | undefined, certificates: string | undefined) {
  if (url === undefined && certificates === undefined) return null;
  if (url === undefined || certificates === undefined)
    throw new UsageError('--time-authority and --authority-certificates belong together; expected both');
  try {
    return { url: new URL(url).href, certificates: readFileSync(certificates, 'utf8') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--time-authority ${url}, --authority-certificates ${certificates}: ${why}`);
  }
}
