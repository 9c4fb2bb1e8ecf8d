import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findVisited, type Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { safeName } from '../report/appeal/files.ts';
import type { AppealInput } from '../report/appeal/input.ts';
import { appealReadme } from '../report/appeal/readme.ts';
import { type AppealLanguage, appealLanguages } from '../report/messages-appeal.ts';
import { type PackageFile, textFile } from '../report/package/wacz.ts';
import { digestOf } from '../report/package/warc.ts';
import { ZipWriter } from '../report/package/zip-writer.ts';
import type { Store } from '../store/store.ts';
import { inputOf, openSource } from './appeal-source.ts';
import { type Written, writeFileIn } from './publishing/file-sink.ts';
import { type PackedGovernment, packGovernment } from './publishing/pack-government.ts';
import type { StateChoice } from './state.ts';

export interface AppealChoice extends StateChoice {
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe?: string | undefined;
  readonly language: AppealLanguage;
  /** The archive to write; undefined: `appeals/CODE….zip` in the data folder. */
  readonly out: string | undefined;
  /** Whether names and numbers of people in letters stay as they were received. */
  readonly unmasked: boolean;
}

/** A written appeal pack. */
export interface WrittenAppeal {
  readonly file: string;
  /** Paths of the files inside it. */
  readonly files: readonly string[];
  /** Captures that have lost their bytes. */
  readonly missing: number;
  /** Pieces of personal data that were masked. */
  readonly masked: number;
}

/**
 * Writes an appeal pack as one archive: a first page for people, the package of evidence, the form
 * for objections, and the hashes of all. The same findings give the same bytes.
 *
 * @throws UsageError for an unknown government, probe, run or edition, and when the archive cannot
 *   be written.
 */
export async function writeAppeal(
  store: Store,
  pack: Pack,
  dataFolder: string,
  choice: AppealChoice,
): Promise<WrittenAppeal> {
  const source = await openSource(store, pack, dataFolder, choice);
  const government = findVisited(source.state.governments, choice.government, pack);
  const input = await inputOf(store, pack, source, government, choice.probe);
  const parts = [government.code, choice.edition, choice.run, choice.probe];
  const name = parts.flatMap((part) => (part === undefined ? [] : [safeName(part)])).join('-');
  const file = choice.out === undefined ? join(dataFolder, 'appeals', `${name}.zip`) : resolve(choice.out);
  const temporary = `${file}.${process.pid}.tmp`;
  const there = statSync(file, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) throw new UsageError(`${file} cannot be written: it is no file`);
  const ranked = source.assessment.ranking.filter(({ rank }) => rank !== null).length;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const written = await writeArchive(temporary, pack, input, choice, ranked);
    renameSync(temporary, file);
    return { file, ...written };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writes the package beside the archive first, since the archive holds its hash. */
async function writeArchive(
  file: string,
  pack: Pack,
  input: AppealInput,
  { language, unmasked }: AppealChoice,
  ranked: number,
): Promise<Omit<WrittenAppeal, 'file'>> {
  const inner = `${file}.wacz`;
  const name = `${safeName(input.government.code)}.wacz`;
  const partOf = input.edition?.name ?? input.runs.map(({ id }) => id).join(' ');
  const [base] = input.runs;
  const created = base?.finished ?? base?.started ?? '';
  const request = { language, unmasked, created, partOf, file: name, ranked, withRules: true };
  try {
    const made: { packed: PackedGovernment | null } = { packed: null };
    const written = await writeFileIn(inner, async (sink) => {
      made.packed = await packGovernment(sink, pack, input, request);
    });
    const { packed } = made;
    if (packed === null) throw new Error('a package was not written');
    const readme = textFile('README.md', appealReadme(input, packed.missing, appealLanguages[language]));
    const files = [packed.page, packed.objection, readme];
    await writeFileIn(file, (sink) => zipAll(new ZipWriter(sink), files, name, inner, written));
    const { missing, masked } = packed;
    return { files: [...files.map(({ path }) => path), name, 'SHA256SUMS'].sort(), missing, masked };
  } finally {
    rmSync(inner, { force: true });
  }
}

async function zipAll(
  zip: ZipWriter,
  files: readonly PackageFile[],
  name: string,
  inner: string,
  { sha256 }: Written,
): Promise<void> {
  for (const { path, bytes } of files) await zip.add(path, [bytes]);
  await zip.add(name, createReadStream(inner));
  const sums = [...files.map(({ path, bytes }) => [digestOf(bytes).slice('sha256:'.length), path]), [sha256, name]];
  const text = sums.map(([hash, path]) => `${hash}  ${path}\n`).join('');
  await zip.add('SHA256SUMS', [new TextEncoder().encode(text)]);
  await zip.end();
}
