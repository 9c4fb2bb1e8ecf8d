import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Hash } from './merkle.ts';

/** State of a log: how many leaves it has and their root. */
export interface Checkpoint {
  /** Unique name of the log: a host and a path without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** A key that signs checkpoints, with the name that stands before its signatures. */
export interface NoteSigner {
  readonly name: string;
  /** Ed25519. */
  readonly key: KeyObject;
}

const originShape = /^[^\s+\p{Cc}]+$/u;
/** Type of an Ed25519 signature in signed notes. */
const ed25519 = 1;

/**
 * Text of a checkpoint (C2SP tlog-checkpoint): origin, size and root, a line each.
 *
 * @throws RangeError for an origin that cannot be one.
 */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  if (!originShape.test(origin)) throw new RangeError(`expected an origin without blanks, found ${origin}`);
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** A checkpoint as a signed note (C2SP signed-note); without a signer the list of signatures is empty. */
export function signedNote(body: string, signer: NoteSigner | null): string {
  if (signer === null) return `${body}\n`;
  const signature = sign(null, Buffer.from(body), signer.key);
  const stated = Buffer.concat([keyIdOf(signer), signature]).toString('base64');
  return `${body}\n— ${signer.name} ${stated}\n`;
}

/** First four bytes of the hash over name, type and public key (C2SP signed-note). */
function keyIdOf({ name, key }: NoteSigner): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(ed25519))
    .update(rawPublicKey(key))
    .digest()
    .subarray(0, 4);
}

/** The 32 bytes of an Ed25519 public key, which end its SubjectPublicKeyInfo (RFC 8410). */
function rawPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** Public key of a signer as a line that verifiers of signed notes read: `NAME+ID+KEY`. */
export function verifierKey(signer: NoteSigner): string {
  const key = Buffer.concat([Uint8Array.of(ed25519), rawPublicKey(signer.key)]).toString('base64');
  return `${signer.name}+${keyIdOf(signer).toString('hex')}+${key}`;
}

/** A checkpoint read from its text. */
export interface ReadNote extends Checkpoint {
  readonly body: string;
  readonly signatures: readonly { readonly name: string; readonly keyId: string; readonly signature: Uint8Array }[];
}

/** Reads a checkpoint; null for text that is none. */
export function readNote(text: string): ReadNote | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const body = text.slice(0, end + 1);
  const [origin = '', size = '', root = ''] = body.split('\n');
  const hash = Buffer.from(root, 'base64');
  if (!originShape.test(origin) || !/^(?:0|[1-9]\d*)$/u.test(size) || hash.length !== 32) return null;
  if (hash.toString('base64') !== root) return null;
  const signatures = [];
  for (const line of text.slice(end + 2).split('\n')) {
    if (line === '') continue;
    const [, name = '', stated = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = Buffer.from(stated, 'base64');
    if (name === '' || bytes.length < 5) return null;
    signatures.push({ name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) });
  }
  return { origin, size: Number(size), root: hash, body, signatures };
}

/** Whether a key signed this checkpoint. */
export function isSignedBy(note: ReadNote, signer: NoteSigner): boolean {
  const id = keyIdOf(signer).toString('hex');
  const publicKey = signer.key.type === 'private' ? createPublicKey(signer.key) : signer.key;
  return note.signatures.some(
    ({ name, keyId, signature }) =>
      name === signer.name && keyId === id && verify(null, Buffer.from(note.body), publicKey, signature),
  );
}

/** An inclusion proof that can be checked offline (C2SP tlog-proof). */
export function proofText(index: number, proof: readonly Hash[], note: string, extra: string | null = null): string {
  const first = extra === null ? [] : [`extra ${Buffer.from(extra).toString('base64')}`];
  const hashes = proof.map((hash) => Buffer.from(hash).toString('base64'));
  return `${['c2sp.org/tlog-proof@v1', ...first, `index ${index}`, ...hashes].join('\n')}\n\n${note}`;
}
