import { checkpointBody, type NoteSigner, proofText, signedNote } from './checkpoint.ts';
import { consistencyProof, type Hash, inclusionProof, leafHash, treeRoot } from './merkle.ts';

/** What the log says of one file of a publication. */
export interface LogLeaf {
  readonly edition: string;
  /** Code of a government, or `edition` for the list of all other files. */
  readonly key: string;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
}

/** A publication as the log has it. */
export interface PublishedLog {
  /** Every line of the log since its beginning, each with its line end. */
  readonly leaves: string;
  /** The checkpoint over all lines, with its signature where there is a signer. */
  readonly checkpoint: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Inclusion proofs of the lines of this publication, by key. */
  readonly proofs: ReadonlyMap<string, string>;
  /** Proof that the log before is the beginning of this one: a hash in Base64 a line; empty for the first publication. */
  readonly consistency: string;
}

/** A leaf as a line of the log; its bytes without the line end are what is hashed. */
export function leafLine({ edition, key, sha256 }: LogLeaf): string {
  return `govprobe-leaf/1 ${edition} ${key} ${sha256}`;
}

/**
 * Appends a publication to the log.
 *
 * @param earlier lines of the publications before, without line ends
 */
export function appendToLog(
  origin: string,
  earlier: readonly string[],
  own: readonly LogLeaf[],
  signer: NoteSigner | null,
): PublishedLog {
  const lines = [...earlier, ...own.map(leafLine)];
  const hashes = lines.map((line) => leafHash(Buffer.from(line)));
  const root = treeRoot(hashes);
  const checkpoint = signedNote(checkpointBody({ origin, size: lines.length, root }), signer);
  const proofs = own.map(({ key }, at) => {
    const index = earlier.length + at;
    return [key, proofText(index, inclusionProof(hashes, index), checkpoint, lines[index])] as const;
  });
  return {
    leaves: lines.map((line) => `${line}\n`).join(''),
    checkpoint,
    size: lines.length,
    root: base64(root),
    proofs: new Map(proofs),
    consistency: consistencyProof(hashes, earlier.length)
      .map((hash) => `${base64(hash)}\n`)
      .join(''),
  };
}

function base64(hash: Hash): string {
  return Buffer.from(hash).toString('base64');
}
