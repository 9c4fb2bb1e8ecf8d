import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Pack } from '../../config/pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import { messagesOf } from '../../report/messages.ts';
import { packageLanguages } from '../../report/messages-package.ts';
import { verifierKey } from '../../report/package/checkpoint.ts';
import { tableFiles } from '../../report/package/edition-files.ts';
import { ruleFiles } from '../../report/package/government-files.ts';
import { listPage } from '../../report/package/list-page.ts';
import { appendToLog, type LogLeaf, leafLine, type PublishedLog } from '../../report/package/log.ts';
import { jsonFile, textFile } from '../../report/package/wacz.ts';
import type { Store } from '../../store/store.ts';
import { toolVersion } from '../../version.ts';
import { openSource, rulesOf, type Source, unpublished } from '../appeal-source.ts';
import { packProbes } from '../pack-probes.ts';
import { editionFacts } from '../provenance.ts';
import { PublicationFolder } from './publication-folder.ts';
import type { PublishRequest, WrittenPublication } from './publish-request.ts';
import { publicPem } from './signing-key.ts';
import { type AskToken, askForToken } from './time-token.ts';
import { verificationFiles } from './verification-files.ts';
import { writeGovernment } from './write-government.ts';

/** Key of the line that stands for all files that belong to no government. */
const editionKey = 'edition';

/**
 * Publishes a frozen edition as a folder that others can verify without this program. The folder
 * appears whole or not at all; the publication is recorded in the data folder's log last.
 *
 * @throws UsageError for an unknown edition, a folder that is not empty, and an authority that
 *   does not answer.
 */
export async function publishEdition(
  store: Store,
  pack: Pack,
  dataFolder: string,
  request: PublishRequest,
): Promise<WrittenPublication> {
  const target = resolve(request.out);
  checkTarget(target);
  await store.evidenceHome?.demand('stranger');
  const source = await openSource(store, pack, dataFolder, { edition: request.edition });
  const { origin, earlier, count } = await logBefore(store, pack);
  removeLeftovers(target);
  const temporary = `${target}.${process.pid}.tmp`;
  mkdirSync(temporary, { recursive: true });
  const folder = new PublicationFolder(temporary);
  try {
    const figures = await writeGovernments(store, pack, source, request, folder);
    await writeEditionFiles(store, pack, source, request, origin, folder);
    const own = leavesOf(folder, request.edition);
    const log = appendToLog(origin, earlier, own, request.signer);
    const before = (await store.publications.list()).at(-1)?.checkpoint ?? null;
    await writeLogFiles(folder, log, request, before);
    const { bytes } = folder;
    // A line of the log without its folder harms nobody; a folder that is no part of the log would.
    await store.publications.append(
      {
        edition: request.edition,
        published: request.now().toISOString(),
        ...{ origin, size: log.size, root: log.root, checkpoint: log.checkpoint },
        masked: !request.unmasked,
        lines: own.map(leafLine),
      },
      count,
    );
    renameSync(temporary, target);
    const { size, root } = log;
    return { folder: target, governments: source.state.governments.length, bytes, origin, size, root, ...figures };
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

function checkTarget(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new UsageError(`--out ${target} is not empty; expected a folder that does not exist yet`);
  if (existsSync(target)) rmSync(target, { recursive: true });
  mkdirSync(dirname(target), { recursive: true });
}

/** Removes what a process that was killed has left of this folder. */
function removeLeftovers(target: string): void {
  const parent = dirname(target);
  for (const name of readdirSync(parent)) {
    const [, id] = name.startsWith(`${basename(target)}.`) ? (/\.(\d+)\.tmp$/u.exec(name) ?? []) : [];
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of somebody else may not be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The lines of earlier publications, and the name of the log. @throws UsageError when it changed. */
async function logBefore(store: Store, pack: Pack) {
  const publications = await store.publications.list();
  const origin = pack.publishing?.origin;
  if (origin === undefined)
    throw new UsageError('the pack has no publishing.yaml; expected one with `origin`, the name of the log');
  const first = publications[0]?.origin ?? origin;
  if (first !== origin)
    throw new UsageError(
      `origin of publishing.yaml is ${origin}, but ${publications.length} publications are in the log ${first}; a log keeps its name`,
    );
  return { origin, earlier: publications.flatMap(({ lines }) => lines), count: publications.length };
}

async function writeGovernments(
  store: Store,
  pack: Pack,
  source: Source,
  request: PublishRequest,
  folder: PublicationFolder,
): Promise<Pick<WrittenPublication, 'missing' | 'masked'>> {
  const { governments } = source.state;
  let [missing, masked] = [0, 0];
  for (const [at, government] of governments.entries()) {
    request.signal?.throwIfAborted();
    const written = await writeGovernment(store, pack, source, government, request, folder);
    missing += written.missing;
    masked += written.masked;
    request.onProgress(at + 1, governments.length);
  }
  return { missing, masked };
}

async function writeEditionFiles(
  store: Store,
  pack: Pack,
  source: Source,
  { signer, authority, unmasked, language }: PublishRequest,
  origin: string,
  folder: PublicationFolder,
): Promise<void> {
  const { edition, assessment, state } = source;
  if (edition === null) throw new Error('an edition without its row was opened');
  const simulated = state.nature !== 'real';
  const facts = unpublished(await editionFacts(store, edition));
  await folder.add(
    jsonFile('edition.json', {
      format: 'govprobe-publication/1',
      publication: edition.name,
      ...{
        origin,
        simulated,
        masked: !unmasked,
        program: `govprobe ${toolVersion}`,
        edition: facts,
        runs: edition.runs,
        // The rules beside the packages are those of today; another hash here says that they changed.
        rules: pack.hash,
      },
      governments: state.governments.map(({ code, name }) => ({ code, name })),
    }),
  );
  const { governments, nature } = state;
  const words = { own: packageLanguages[language], report: messagesOf(language) };
  const { nodes, source: tree } = assessment.tree;
  const rules = { rules: rulesOf(pack, packProbes(pack)), nodes, tree };
  for (const file of [
    textFile('index.html', listPage(edition.name, governments, assessment, nature, words)),
    ...tableFiles({ assessment, governments, simulated }),
    ...ruleFiles(rules, 'rules'),
    ...verificationFiles(),
  ])
    await folder.add(file);
  if (signer !== null) {
    await folder.add(textFile('signer.pem', publicPem(signer)));
    await folder.add(textFile('signer.key', `${verifierKey(signer)}\n`));
  }
  if (authority !== null) await folder.add(textFile('authority.pem', authority.certificates));
}

/** Lists all files of the folder, and makes a line of the log for the list and for each government. */
function leavesOf(folder: PublicationFolder, edition: string): LogLeaf[] {
  const sums = folder.sumsOf('SHA256SUMS', () => true);
  return [
    { edition, key: editionKey, sha256: sums },
    ...folder.packages.map(({ code, sha256 }) => ({ edition, key: code, sha256 })),
  ];
}

async function writeLogFiles(
  folder: PublicationFolder,
  log: PublishedLog,
  { authority }: PublishRequest,
  before: string | null,
  ask: AskToken = askForToken,
): Promise<void> {
  const proof = 'proof/';
  await folder.add(textFile(`${proof}leaves.txt`, log.leaves));
  await folder.add(textFile(`${proof}checkpoint`, log.checkpoint));
  for (const [key, text] of log.proofs) await folder.add(textFile(`${proof}${key}.tlog-proof`, text));
  if (before !== null) {
    await folder.add(textFile(`${proof}checkpoint-before`, before));
    await folder.add(textFile(`${proof}consistency.txt`, log.consistency));
  }
  if (authority !== null)
    await folder.add({ path: `${proof}checkpoint.tsr`, bytes: await ask(authority.url, Buffer.from(log.checkpoint)) });
  folder.sumsOf('PROOFSUMS', (path) => path.startsWith(proof));
}
