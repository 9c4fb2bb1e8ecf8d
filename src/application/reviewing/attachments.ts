import type { Attachment } from '../../model/review-log.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Store } from '../../store/store.ts';

/** A file that a person hands in. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest attachment in bytes. */
export const largestAttachment = 5_000_000;

/** Kinds that are kept, by their first bytes. */
const signatures: readonly { readonly type: string; readonly start: readonly number[] }[] = [
  { type: 'application/pdf', start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
];

/**
 * Keeps the bytes of an attachment. What it is follows from its content and never from its name.
 *
 * @throws UsageError for a file that is empty, too large or of another kind than PDF, PNG, JPEG or
 *   plain text.
 */
export async function keepAttachment(store: Store, file: GivenFile): Promise<Attachment> {
  const checked = checkAttachment(file);
  return { ...checked, sha256: await store.evidence.put(file.bytes) };
}

/**
 * A file that was kept before, as it was handed in.
 *
 * @throws UsageError when its bytes are gone.
 */
export async function keptFile(store: Store, hash: string, name: string): Promise<GivenFile> {
  const bytes = await store.evidence.get(hash);
  if (bytes === null || bytes.length > largestAttachment)
    throw new UsageError('the attachment is gone; send the decision again with it');
  return { name, bytes };
}

/** The same without keeping anything; the hash is empty. */
export function checkAttachment({ name, bytes }: GivenFile): Attachment {
  const shown = plainName(name);
  if (bytes.length === 0) throw new UsageError(`the attachment ${shown} is empty`);
  if (bytes.length > largestAttachment) {
    throw new UsageError(`the attachment ${shown} has ${bytes.length} bytes; expected at most ${largestAttachment}`);
  }
  const known = signatures.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  const type = known?.type ?? (isPlainText(bytes) ? 'text/plain' : null);
  if (type === null) {
    throw new UsageError(
      `the attachment ${shown} is of no known kind; expected a PDF, PNG or JPEG file, or plain text`,
    );
  }
  return { name: shown, type, bytes: bytes.length, sha256: '' };
}

/** The last part of a path, without characters that hide or reorder others. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, '').trim();
  return [...plain].slice(0, 100).join('') || 'attachment';
}

/** Text that no browser could take for markup: UTF-8 without control characters or tags. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u.test(text) && !/<[a-z!?/]/iu.test(text);
  } catch {
    return false;
  }
}
