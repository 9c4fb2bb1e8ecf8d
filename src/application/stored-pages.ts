import type { Pack } from '../config/pack.ts';
import type { Capture } from '../model/capture.ts';
import { documentKindOf } from '../pipeline/judging/documents/kind.ts';
import { decodeBody, readCapture } from '../pipeline/judging/read-capture.ts';
import { textLines } from '../reading/text-lines.ts';
import type { PageReader, StoredPage, StoredPicture } from '../report/stored-page.ts';
import type { EvidenceStore } from '../store/evidence.ts';
import type { Store } from '../store/store.ts';
import { openState, type StateChoice } from './state.ts';

/** Longer texts are cut, in characters; few pages of sites are. */
const longestText = 60_000;

/**
 * Reads the pages that findings quote from the evidence of a state; no page is judged.
 *
 * @throws UsageError for an unknown run or edition.
 */
export async function storedPages(store: Store, pack: Pack, choice: StateChoice): Promise<PageReader> {
  const state = await openState(store, pack, choice);
  return async (government, wanted) => {
    // A later run may hold the same capture again.
    const captures = new Map(
      (await state.captures(government)).flatMap(({ capture }) =>
        wanted.has(capture.id) ? [[capture.id, capture] as const] : [],
      ),
    );
    return Promise.all([...captures.values()].map((capture) => readStored(store.evidence, pack, capture)));
  };
}

/** The page of one capture as text, with its picture. */
export async function readStored(evidence: EvidenceStore, pack: Pack, capture: Capture): Promise<StoredPage> {
  const { id, finalUrl, time, via, status, body } = capture;
  const bytes = body === null ? null : await evidence.get(body);
  const text = bytes === null ? null : await textOf(capture, bytes, pack);
  const { lines, isWhole } = withinLimit(text?.lines ?? null);
  return {
    ...{ capture: id, address: finalUrl, time, via, status, sha256: body, title: text?.title ?? '', lines, isWhole },
    picture: await pictureOf(evidence, capture),
  };
}

/** Null for a document that cannot be read. */
async function textOf(
  capture: Capture,
  bytes: Buffer,
  { knowledge }: Pack,
): Promise<{ title: string; lines: readonly string[] } | null> {
  if (capture.role === 'page' && documentKindOf(capture, bytes) !== null) {
    const page = await readCapture(capture, bytes, knowledge);
    return page === null ? null : { title: page.title, lines: page.text.split('\n') };
  }
  const type = capture.headers['content-type'] ?? null;
  const { text } = decodeBody(bytes, type, capture.role, knowledge.encodings);
  const isMarkup = capture.role !== 'script' && !/^\s*[{[]/u.test(text);
  return isMarkup ? textLines(text) : { title: '', lines: indented(text).split('\n') };
}

/** JSON one field a line; other text as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Scripts and plain text are no JSON.
    return text;
  }
}

function withinLimit(lines: readonly string[] | null): Pick<StoredPage, 'lines' | 'isWhole'> {
  let length = 0;
  const end = lines?.findIndex((line) => {
    length += line.length;
    return length > longestText;
  });
  if (lines === null || end === undefined || end < 0) return { lines, isWhole: true };
  return { lines: end === 0 ? [(lines[0] ?? '').slice(0, longestText)] : lines.slice(0, end), isWhole: false };
}

/** The picture of a capture if its bytes are there and are a JPEG, since readers open it as one. */
export async function pictureOf(evidence: EvidenceStore, { screenshot }: Capture): Promise<StoredPicture | null> {
  if (screenshot === null) return null;
  const bytes = await evidence.get(screenshot);
  return bytes !== null && bytes[0] === 0xff && bytes[1] === 0xd8 ? { sha256: screenshot, bytes } : null;
}
