import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ByteSink } from '../../report/package/zip-writer.ts';

/** A file as it was written. */
export interface Written {
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes a file piece by piece and hashes it on its way; its folder is made when missing.
 *
 * Rejects with the error of the disk or of `write`; the file is then unfinished.
 */
export async function writeFileIn(file: string, write: (sink: ByteSink) => Promise<unknown>): Promise<Written> {
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  const hash = createHash('sha256');
  let bytes = 0;
  const done = finished(stream);
  // The error is thrown where `done` is awaited; until then nobody listens.
  done.catch(() => undefined);
  try {
    await write(async (piece) => {
      hash.update(piece);
      bytes += piece.length;
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
    });
  } catch (error) {
    stream.destroy();
    throw error;
  }
  stream.end();
  await done;
  return { sha256: hash.digest('hex'), bytes };
}
