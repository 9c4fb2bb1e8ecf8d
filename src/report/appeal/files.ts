import { createHash } from 'node:crypto';
import type { Capture } from '../../model/capture.ts';

/**
 * A file name of letters, digits, dots and dashes; a changed name gets a hash so that it stays
 * unique.
 */
export function safeName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/.test(name)) return name;
  const plain = name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60);
  return `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`.replace(/^[^A-Za-z0-9]+/, 'x');
}

/**
 * Ending of the file that the bytes of a capture are kept in. No program executes any of them: a
 * double click on a stored page shows its source.
 */
export function endingOf(capture: Pick<Capture, 'headers'>, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start === '%PDF-') return '.pdf';
  if (start.startsWith('PK\x03\x04')) return '.bin';
  return /json/i.test(capture.headers['content-type'] ?? '') ? '.json' : '.txt';
}
