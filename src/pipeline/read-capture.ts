import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Capture } from '../model/capture.ts';
import { decodeText } from '../probes/reading/decode.ts';
import type { Page } from '../probes/reading/page.ts';
import { readPage } from '../probes/reading/read-page.ts';

/**
 * What a reader sees in a capture, from its stored bytes: the same function serves the visit and a later `rejudge`, so both see
 * the same. Null for failures and for bodies that hold no text.
 */
export function readCapture(capture: Capture, bytes: Buffer, knowledge: CompiledKnowledge): Page | null {
  if (capture.failure !== null) return null;
  const { text } = decodeBody(bytes, capture.headers['content-type'] ?? null, capture.role);
  return readPage(capture, text, knowledge);
}

/** Decodes body bytes to text as their kind of document wants it. */
export function decodeBody(
  bytes: Buffer,
  contentType: string | null,
  role: Capture['role'],
): { text: string; encoding: string } {
  const kind =
    role === 'script' ? 'script' : role === 'data' || /json|text\/plain/i.test(contentType ?? '') ? 'other' : 'html';
  return decodeText(bytes, contentType, kind);
}
