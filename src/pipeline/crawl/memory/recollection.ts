import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { SiteKind } from '../../../model/government.ts';
import type { EvidenceStore } from '../../../store/evidence.ts';
import { hashOf } from '../../../store/evidence-files.ts';
import { readCapture } from '../../judging/read-capture.ts';
import { type Target, target, targetKey } from '../frontier/target.ts';
import type { Entry } from '../frontier/visit.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { RememberedPages } from './remembered-pages.ts';

/** What an earlier visit of the same government brought. */
export interface Recollection {
  readonly captures: readonly Capture[];
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  /**
   * `tonight`: an earlier pass of this run, which is reused except for failures of the classes
   * `again`.
   * `earlier`: an earlier night; everything is asked for again on condition that it changed.
   */
  readonly from: { readonly when: 'tonight'; readonly again: readonly FailureClass[] } | { readonly when: 'earlier' };
  /** True if probes, configuration, tool and registry row are unchanged and no finding has aged. */
  readonly findingsHold: boolean;
  /**
   * Key under which the pages parsed last time are kept; null if the parser, vocabulary or wall
   * fingerprints changed.
   */
  readonly pagesKey: string | null;
}

/** Whether a capture came from a browser, and so is not asked for again by itself. */
export function isFromBrowser(capture: Capture): boolean {
  return capture.via === 'browser';
}

/**
 * The request that a capture answers; null for browser conversations and inspections, whose steps a
 * capture does not record, and for data that a page asked for by itself.
 */
export function requestFor(capture: Capture): Target | null {
  if (isFromBrowser(capture) && (capture.question !== null || capture.role === 'data')) return null;
  const { url, site, role, via, depth, from, label, intents, home, question } = capture;
  return target({ url, site, role, via, depth, from, label, intents, home, question, ...capture.request });
}

/** Key of a request, under which an earlier capture that answered it is found. */
export function recollectionKey(item: Target): string {
  return `${item.site} ${item.home ? 'home ' : ''}${item.role} ${targetKey(item)}`;
}

/** Captures by the request that they answer. */
export function byRequest(captures: readonly Capture[]): Map<string, Capture> {
  const found = new Map<string, Capture>();
  for (const capture of captures) {
    const request = requestFor(capture);
    if (request !== null) found.set(recollectionKey(request), capture);
  }
  return found;
}

/** Headers of a conditional request; empty if the capture allows no condition. */
export function conditionsFor(capture: Capture | undefined): Record<string, string> {
  if (capture === undefined || capture.failure !== null || capture.body === null) return {};
  if (isFromBrowser(capture) || (capture.request?.method ?? 'GET') !== 'GET') return {};
  const { etag, 'last-modified': modified } = capture.headers;
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

/**
 * The document that a reply 304 stands for, with its stored bytes; null if the redirects differ or
 * the bytes are gone, and it must be asked for without a condition.
 */
export async function unmodified(
  reply: FetchOutcome,
  capture: Capture | undefined,
  evidence: EvidenceStore,
): Promise<FetchOutcome | null> {
  if (capture === undefined || capture.body === null || !sameRedirects(reply, capture)) return null;
  const body = await evidence.get(capture.body);
  if (body === null) return null;
  return {
    ok: true,
    finalUrl: capture.finalUrl,
    redirects: capture.redirects,
    status: capture.status ?? 200,
    headers: { ...capture.headers, ...validators(reply.headers) },
    body,
    tls: reply.tls,
    ...(reply.ok && reply.takenFrom ? { takenFrom: reply.takenFrom } : {}),
  };
}

/**
 * Whether a reply is the earlier document: same redirects, certificate verdict, status, type and
 * bytes, or a 304.
 */
export function isSameDocument(reply: FetchOutcome, capture: Capture): boolean {
  if (!reply.ok || capture.failure !== null || capture.body === null || !sameRedirects(reply, capture)) return false;
  if (reply.tls !== capture.tls) return false;
  if (reply.status === 304) return true;
  const type = reply.headers['content-type'] ?? null;
  return (
    reply.status === capture.status &&
    (type ?? '') === (capture.headers['content-type'] ?? '') &&
    hashOf(reply.body) === capture.body
  );
}

/** Whether two captures are equal apart from time, ETag, Last-Modified and who asked. */
export function isSameCapture(a: Capture, b: Capture): boolean {
  const told = (capture: Capture): string => {
    const { time: _time, takenFrom: _from, headers, ...rest } = capture;
    const { etag: _etag, 'last-modified': _modified, ...kept } = headers;
    return JSON.stringify([rest, Object.entries(kept).sort()]);
  };
  return told(a) === told(b);
}

/** Copies an earlier capture with tonight's time, ETag, Last-Modified and who asked. */
export function seenAgain(capture: Capture, reply: FetchOutcome, time: number): Capture {
  const headers = { ...capture.headers, ...validators(reply.headers) };
  const { takenFrom: _from, ...same } = capture;
  const taken = reply.ok && reply.takenFrom ? { takenFrom: { ...reply.takenFrom } } : {};
  return { ...same, headers, time: new Date(time).toISOString(), ...taken };
}

/**
 * An earlier capture as the answer to a target, with the target's label and depth; null if its
 * bytes are gone.
 */
export async function entryAgain(
  item: Target,
  capture: Capture,
  context: {
    readonly knowledge: CompiledKnowledge;
    readonly evidence: EvidenceStore;
    readonly pages: RememberedPages | null;
  },
): Promise<Entry | null> {
  const { site, depth, from, label, intents, home, question } = item;
  const again: Capture = { ...capture, site, depth, from, label, intents: [...intents], home, question };
  if (capture.failure !== null || capture.body === null) return { capture: again, page: null };
  const page = context.pages?.find(again) ?? null;
  if (page !== null) return (await context.evidence.has(capture.body)) ? { capture: again, page } : null;
  const bytes = await context.evidence.get(capture.body);
  return bytes === null ? null : { capture: again, page: await readCapture(again, bytes, context.knowledge) };
}

function sameRedirects(reply: FetchOutcome, capture: Capture): boolean {
  return (
    reply.finalUrl === capture.finalUrl &&
    reply.redirects.length === capture.redirects.length &&
    reply.redirects.every(({ url, status }, at) => {
      const before = capture.redirects[at];
      return before?.url === url && before.status === status;
    })
  );
}

function validators(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    ['etag', 'last-modified'].flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
