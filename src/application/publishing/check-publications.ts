import { createHash, createPublicKey } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UsageError } from '../../model/usage-error.ts';
import { isSignedBy, readNote } from '../../report/package/checkpoint.ts';
import { isConsistent, leafHash, rootOfInclusion, treeRoot } from '../../report/package/merkle.ts';
import type { Publication } from '../../store/publications.ts';
import type { Store } from '../../store/store.ts';
import { problemOf } from './time-token.ts';

/** What a check of the log of publications found. */
export interface PublicationCheck {
  /** One sentence for each damage. */
  readonly damage: readonly string[];
  /** Publications in the log. */
  readonly publications: number;
}

/**
 * Recomputes the log of all publications and, where a published folder is named, compares the folder
 * with it. Whether the signature of a time token holds is checked by `verify.sh` in that folder.
 *
 * @throws UsageError for a folder that is no publication of this edition.
 */
export async function checkPublications(
  store: Store,
  edition: string,
  folder: string | null,
): Promise<PublicationCheck> {
  const publications = await store.publications.list();
  const damage = logDamage(publications);
  if (folder !== null) damage.push(...(await folderDamage(publications, edition, folder)));
  return { damage, publications: publications.length };
}

/** Every publication must continue the one before it. */
function logDamage(publications: readonly Publication[]): string[] {
  const damage: string[] = [];
  const lines: string[] = [];
  const origin = publications[0]?.origin;
  for (const [at, publication] of publications.entries()) {
    const name = `publication ${at + 1} (${publication.edition})`;
    lines.push(...publication.lines);
    const root = base64(treeRoot(hashesOf(lines)));
    if (publication.origin !== origin) damage.push(`${name}: its log is called ${publication.origin}, not ${origin}`);
    if (publication.size !== lines.length)
      damage.push(`${name}: the log has ${lines.length} lines, and it states ${publication.size}`);
    if (publication.root !== root)
      damage.push(`${name}: its lines give the root ${root}, and it states ${publication.root}`);
    const note = readNote(publication.checkpoint);
    if (note === null || note.origin !== publication.origin || note.size !== lines.length || base64(note.root) !== root)
      damage.push(`${name}: its checkpoint is not that of its lines`);
  }
  return damage;
}

async function folderDamage(publications: readonly Publication[], edition: string, folder: string): Promise<string[]> {
  const file = join(folder, 'proof', 'checkpoint');
  if (!existsSync(file))
    throw new UsageError(`--published ${folder}: expected a published folder, found no proof/checkpoint`);
  const checkpoint = readFileSync(file, 'utf8');
  const at = publications.findLastIndex((one) => one.edition === edition && sameTree(one.checkpoint, checkpoint));
  const publication = publications[at];
  if (publication === undefined)
    return [`${file}: its root is that of no publication of edition ${edition} in the log`];
  const lines = publications.slice(0, at + 1).flatMap((one) => one.lines);
  return [
    ...(publication.checkpoint === checkpoint ? [] : [`${file}: its signatures are not those that were written`]),
    ...(await filesDamage(folder, publication)),
    ...proofsDamage(folder, lines, publication),
    ...consistencyDamage(folder, publications[at - 1] ?? null, publication),
    ...tokenDamage(folder, checkpoint),
  ];
}

function sameTree(one: string, other: string): boolean {
  return readNote(one)?.body === readNote(other)?.body;
}

/** Files that are not what the lists say, missing, or in no list. */
async function filesDamage(folder: string, { lines, edition }: Publication): Promise<string[]> {
  const damage: string[] = [];
  const listed = new Set(['SHA256SUMS', 'PROOFSUMS']);
  for (const list of ['SHA256SUMS', 'PROOFSUMS']) {
    const text = existsSync(join(folder, list)) ? readFileSync(join(folder, list), 'utf8') : null;
    if (text === null) damage.push(`${join(folder, list)} is missing`);
    for (const line of (text ?? '').split('\n').filter((one) => one !== '')) {
      const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}([\w./-]+)$/u.exec(line) ?? [];
      if (path === '' || path.split('/').includes('..')) {
        damage.push(`${join(folder, list)} has a line that is none of sha256sum`);
        continue;
      }
      listed.add(path);
      const there = statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
      if (!there) damage.push(`${join(folder, path)} is missing`);
      else if ((await hashOfFile(join(folder, path))) !== hash)
        damage.push(`${join(folder, path)} is not the file that ${list} lists`);
    }
  }
  for (const path of filesIn(folder)) if (!listed.has(path)) damage.push(`${join(folder, path)} was added`);
  for (const line of lines) {
    const [, , key = '', hash = ''] = line.split(' ');
    const path = key === 'edition' ? 'SHA256SUMS' : `governments/${key}.wacz`;
    if (!existsSync(join(folder, path))) damage.push(`${join(folder, path)}: edition ${edition} was published with it`);
    else if ((await hashOfFile(join(folder, path))) !== hash)
      damage.push(`${join(folder, path)} is not what the log holds`);
  }
  return damage;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [] : [relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')],
  );
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}

/** Inclusion proofs that do not lead to the root. */
function proofsDamage(folder: string, lines: readonly string[], { lines: own, root }: Publication): string[] {
  return own.flatMap((line, at) => {
    const path = join(folder, 'proof', `${line.split(' ')[2] ?? ''}.tlog-proof`);
    if (!existsSync(path)) return [`${path} is missing`];
    const [head = '', ...rest] = readFileSync(path, 'utf8').split('\n\n');
    const [magic, , index = '', ...hashes] = head.split('\n');
    const proof = hashes.map((hash) => Buffer.from(hash, 'base64'));
    const position = lines.length - own.length + at;
    const found = rootOfInclusion(leafHash(Buffer.from(line)), position, lines.length, proof);
    const isRight = magic === 'c2sp.org/tlog-proof@v1' && index === `index ${position}` && rest.length > 0;
    return isRight && found !== null && base64(found) === root ? [] : [`${path} does not lead to the root`];
  });
}

function consistencyDamage(folder: string, before: Publication | null, { size, root }: Publication): string[] {
  if (before === null) return [];
  const path = join(folder, 'proof', 'consistency.txt');
  if (!existsSync(path)) return [`${path} is missing`];
  const hashes = readFileSync(path, 'utf8').split('\n');
  const proof = hashes.flatMap((hash) => (hash === '' ? [] : [Buffer.from(hash, 'base64')]));
  const from = { size: before.size, root: Buffer.from(before.root, 'base64') };
  return isConsistent(from, { size, root: Buffer.from(root, 'base64') }, proof)
    ? []
    : [`${path} does not lead from the publication before to this one`];
}

/** The signature and the time token of a checkpoint, where it has them. */
function tokenDamage(folder: string, checkpoint: string): string[] {
  const damage: string[] = [];
  const note = readNote(checkpoint);
  const key = join(folder, 'signer.pem');
  if (existsSync(key) && note !== null) {
    try {
      const signer = { name: note.origin, key: createPublicKey(readFileSync(key)) };
      if (!isSignedBy(note, signer)) damage.push(`${key}: the checkpoint is not signed by this key`);
    } catch {
      damage.push(`${key} holds no key`);
    }
  }
  const token = join(folder, 'proof', 'checkpoint.tsr');
  if (existsSync(token)) {
    const hash = createHash('sha256').update(checkpoint).digest();
    const problem = problemOf(readFileSync(token), hash, null);
    if (problem !== null) damage.push(`${token}: ${problem}`);
  }
  return damage;
}

function hashesOf(lines: readonly string[]): Uint8Array[] {
  return lines.map((line) => leafHash(Buffer.from(line)));
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
