import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Capture } from '../../model/capture.ts';
import { decodeText } from '../../reading/decode.ts';
import type { Page } from '../../reading/page.ts';
import { documentPage, readPage } from '../../reading/read-page.ts';
import { type DocumentKind, documentKindOf } from './documents/kind.ts';
import { readDocument } from './documents/read-document.ts';

/**
 * What a reader sees in a capture, from its stored bytes: the same function serves the visit and a
 * later `rejudge`, so both see the same. Null for failures and for bodies that hold no text. A
 * promise only for PDF and Word documents: pages, which are the many, are read at once.
 * @param decoded the text of the bytes as `decodeBody` gives it, where somebody has it
 */
export function readCapture(
  capture: Capture,
  bytes: Buffer,
  knowledge: CompiledKnowledge,
  decoded: string | null = null,
): Page | null | Promise<Page | null> {
  if (capture.failure !== null) return null;
  const kind = capture.role === 'page' ? documentKindOf(capture, bytes) : null;
  if (kind !== null) return readDocumentCapture(capture, kind, bytes);
  const type = capture.headers['content-type'] ?? null;
  const text = decoded ?? decodeBody(bytes, type, capture.role, knowledge.encodings).text;
  return readPage(capture, text, knowledge);
}

async function readDocumentCapture(capture: Capture, kind: DocumentKind, bytes: Buffer): Promise<Page | null> {
  const document = await readDocument(kind, bytes);
  return document.ok ? documentPage(capture, kind, document) : null;
}

/**
 * Decodes body bytes to text as their kind of document wants it.
 * @param usual the pack's encodings
 */
export function decodeBody(
  bytes: Buffer,
  contentType: string | null,
  role: Capture['role'],
  usual: readonly string[],
): { text: string; encoding: string } {
  const kind =
    role === 'script' ? 'script' : role === 'data' || /json|text\/plain/i.test(contentType ?? '') ? 'other' : 'html';
  return decodeText(bytes, contentType, kind, usual);
}
