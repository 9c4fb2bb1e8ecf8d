import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UsageError } from '../../model/usage-error.ts';
import type { NoteSigner } from '../../report/package/checkpoint.ts';

/**
 * Reads an Ed25519 private key in PEM.
 *
 * @throws UsageError when the file cannot be read or holds another key.
 */
export function readSigner(file: string, name: string): NoteSigner {
  const expected = 'expected an Ed25519 private key in PEM, as `openssl genpkey -algorithm ed25519` writes it';
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (error) {
    throw new UsageError(`--key ${file}: ${expected}; ${error instanceof Error ? error.message : String(error)}`);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UsageError(`--key ${file}: ${expected}, found a key of type ${key.asymmetricKeyType ?? 'unknown'}`);
  return { name, key };
}

/** The public key of a signer in PEM. */
export function publicPem({ key }: NoteSigner): string {
  return createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
}
