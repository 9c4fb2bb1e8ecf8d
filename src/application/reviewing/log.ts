import type { Attachment } from '../../model/review-log.ts';
import type { LogEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';

export type { LogEntry } from '../../store/reviews.ts';

/** Every entry of the review log, oldest first. */
export function reviewLog(store: Store): Promise<LogEntry[]> {
  return store.reviews.entries();
}

/** An attachment of the log with its bytes; null where no entry has it, or its bytes are gone. */
export async function attachmentOf(
  store: Store,
  hash: string,
): Promise<{ readonly attachment: Attachment; readonly bytes: Uint8Array } | null> {
  const entries = await store.reviews.entries();
  const attachment = entries.find(({ details }) => details?.attachment?.sha256 === hash)?.details?.attachment;
  const bytes = attachment === undefined ? null : await store.evidence.get(attachment.sha256);
  return attachment === undefined || bytes === null ? null : { attachment, bytes };
}
