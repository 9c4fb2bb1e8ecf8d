import { createHash } from 'node:crypto';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Capture } from '../../model/capture.ts';
import type { FailureClass } from '../../model/failure.ts';
import { documentPage } from '../../reading/read-page.ts';
import { binaryShare, looksLikeMarkup } from '../../reading/sniff.ts';
import { recognizeWall } from '../../reading/walls.ts';
import type { EvidenceFiles } from '../../store/evidence-files.ts';
import { hashOf } from '../../store/evidence-files.ts';
import type { DocumentText } from '../judging/documents/document-text.ts';
import { type DocumentKind, documentKind } from '../judging/documents/kind.ts';
import { readDocument } from '../judging/documents/read-document.ts';
import { decodeBody, readCapture } from '../judging/read-capture.ts';
import type { Target } from './frontier/target.ts';
import type { Entry } from './frontier/visit.ts';
import type { FetchOutcome } from './outcome/fetch-outcome.ts';

/** Response headers that judging, re-reading or conditional requests need. */
const keptHeaders = [
  'content-type',
  'content-disposition',
  'content-language',
  'etag',
  'last-modified',
  'server',
  'location',
  'retry-after',
  'refresh',
];
const readableType = /text\/|html|xml|json|javascript|ecmascript/i;
const detailLength = 300;

/** Nothing for a plain GET, which the address alone tells. */
function requestOf({ method, body, headers, anywhere }: Target): Pick<Capture, 'request'> {
  const plain = method === 'GET' && body === null && !anywhere && Object.keys(headers).length === 0;
  return plain ? {} : { request: { method, body, headers: { ...headers }, anywhere } };
}

/** One line of text without control characters, fit for logs and tables. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, detailLength);
}

function captureId(government: string, item: Target, body: string | null): string {
  const parts = [
    government,
    item.site,
    item.role,
    item.via,
    item.method,
    item.url,
    item.body ?? '',
    item.question?.id ?? '',
    body ?? '',
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20);
}

/** Types that say nothing: the content tells what it is (MIME Sniffing §7). */
const unknownType = /^(?:\s*|\*\/\*|unknown\/unknown|application\/unknown|[^/]*)$/i;
/** Damaged bytes in a text do not make it binary. */
const damage = 0.01;

function typeOf(headers: Readonly<Record<string, string>>): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

/** Whether a body is data that no reader of text can read. What begins as markup is markup, whatever bytes are damaged in it. */
function looksBinary(bytes: Buffer, headers: Readonly<Record<string, string>>): boolean {
  const share = binaryShare(bytes);
  if (share === 0 || looksLikeMarkup(bytes)) return false;
  return unknownType.test(typeOf(headers)) || share > damage;
}

/** Why a complete response is no document for its role; null when it is one. */
function refuse(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  document: DocumentText | null,
): { failure: FailureClass; detail: string } | null {
  if (status >= 500) return { failure: 'http-5xx', detail: `status ${status}` };
  if (status >= 400) return { failure: 'http-4xx', detail: `status ${status}` };
  if (status < 200 || status >= 300) return { failure: 'http-4xx', detail: `unexpected status ${status}` };
  if (body.length === 0 || (body.length < 64 && body.toString('latin1').trim() === ''))
    return { failure: 'empty', detail: 'no content' };
  if (document !== null) return document.ok ? null : { failure: 'not-html', detail: document.reason };
  const type = typeOf(headers);
  if ((!unknownType.test(type) && !readableType.test(type)) || looksBinary(body, headers))
    return { failure: 'not-html', detail: oneLine(`content of type ${type || 'unknown'}`) };
  return null;
}

/** Kind of the PDF or Word document that a response brought; null for all else, and for scripts, frames and answers. */
function documentIn(item: Target, outcome: FetchOutcome): DocumentKind | null {
  if (!outcome.ok || item.role !== 'page' || outcome.status < 200 || outcome.status >= 300) return null;
  return documentKind(outcome.headers, [item.url, outcome.finalUrl], outcome.body);
}

export interface EntryContext {
  readonly government: string;
  readonly knowledge: CompiledKnowledge;
  readonly evidence: EvidenceFiles;
}

/**
 * Turns what a request brought into a capture and, where it can be read, a page. Every body is kept as evidence, error pages and
 * walls too. Rejects only when evidence cannot be written (disk full).
 */
export async function makeEntry(
  item: Target,
  outcome: FetchOutcome,
  time: number,
  context: EntryContext,
): Promise<Entry> {
  const body = outcome.body !== null && outcome.body.length > 0 ? outcome.body : null;
  const hash = body === null ? null : await context.evidence.put(body, hashOf(body));
  const screenshot = outcome.screenshot ? await context.evidence.put(outcome.screenshot) : null;
  const contentType = outcome.headers['content-type'] ?? null;
  let failure: FailureClass | null = null;
  let detail: string | null = null;
  let encoding: string | null = null;
  const kind = documentIn(item, outcome);
  const document = kind === null || body === null ? null : await readDocument(kind, body);
  if (outcome.ok) {
    const binary = body === null || document !== null || looksBinary(body, outcome.headers);
    const decoded =
      body === null || binary ? null : decodeBody(body, contentType, item.role, context.knowledge.encodings);
    encoding = decoded?.encoding ?? null;
    const wall = recognizeWall(
      { status: outcome.status, headers: outcome.headers, text: decoded?.text ?? '', bytes: outcome.body.length },
      context.knowledge,
    );
    const refused = wall
      ? { failure: wall.class, detail: `${wall.vendor}: ${wall.detail}` }
      : refuse(outcome.status, outcome.headers, outcome.body, document);
    failure = refused?.failure ?? null;
    detail = refused?.detail ?? outcome.remark ?? null;
  } else {
    failure = outcome.failure;
    detail = outcome.detail;
  }
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = outcome.headers[name];
    if (value !== undefined) headers[name] = oneLine(value);
  }
  const capture: Capture = {
    id: captureId(context.government, item, hash),
    government: context.government,
    site: item.site,
    role: item.role,
    via: item.via,
    url: item.url,
    finalUrl: outcome.finalUrl,
    redirects: [...outcome.redirects],
    status: outcome.status,
    headers,
    time: new Date(time).toISOString(),
    body: hash,
    bytes: body?.length ?? 0,
    encoding,
    failure,
    detail: detail === null ? null : oneLine(detail),
    tls: outcome.tls,
    depth: item.depth,
    from: item.from,
    label: item.label,
    intents: [...item.intents],
    home: item.home,
    question: item.question,
    screenshot,
    ...(outcome.ok && outcome.missed ? { missed: outcome.missed } : {}),
    ...(outcome.ok && outcome.cut ? { cut: true as const } : {}),
    ...requestOf(item),
  };
  if (failure !== null || body === null) return { capture, page: null };
  if (kind !== null && document?.ok === true) return { capture, page: documentPage(capture, kind, document) };
  const page = readCapture(capture, body, context.knowledge);
  return { capture, page: page instanceof Promise ? await page : page };
}
