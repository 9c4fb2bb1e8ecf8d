import { createHash } from 'node:crypto';
import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import { documentPage } from '../../../reading/read-page.ts';
import { binaryShare, looksLikeMarkup } from '../../../reading/sniff.ts';
import { recognizeWall } from '../../../reading/walls.ts';
import type { EvidenceStore } from '../../../store/evidence.ts';
import { hashOf } from '../../../store/evidence-files.ts';
import type { DocumentText } from '../../judging/documents/document-text.ts';
import { type DocumentKind, documentKind } from '../../judging/documents/kind.ts';
import { readDocument } from '../../judging/documents/read-document.ts';
import { decodeBody, readCapture } from '../../judging/read-capture.ts';
import type { Target } from '../frontier/target.ts';
import type { Entry } from '../frontier/visit.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';

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

/** Omitted for a plain GET, which the URL alone reproduces. */
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

/** Types for which the content decides (MIME Sniffing §7). */
const unknownType = /^(?:\s*|\*\/\*|unknown\/unknown|application\/unknown|[^/]*)$/i;
/** Share of binary bytes up to which a document counts as a damaged text. */
const damage = 0.01;

function typeOf(headers: Readonly<Record<string, string>>): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
}

/** Whether a body is binary data. What begins as markup is text, whatever bytes follow. */
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

/** Kind of the PDF or Word document in a response for a page; null for everything else. */
function documentIn(item: Target, outcome: FetchOutcome): DocumentKind | null {
  if (!outcome.ok || item.role !== 'page' || outcome.status < 200 || outcome.status >= 300) return null;
  return documentKind(outcome.headers, [item.url, outcome.finalUrl], outcome.body);
}

export interface EntryContext {
  readonly government: string;
  readonly knowledge: CompiledKnowledge;
  readonly evidence: EvidenceStore;
}

/** What is stored and read of an outcome, apart from its target. */
interface Content {
  /** Hash of the body in the evidence; null for none. */
  readonly hash: string | null;
  /** The body unless it is empty. */
  readonly body: Buffer | null;
  readonly encoding: string | null;
  /** The body as text; null where it is none. */
  readonly text: string | null;
  readonly kind: DocumentKind | null;
  readonly document: DocumentText | null;
  readonly failure: FailureClass | null;
  readonly detail: string | null;
}

/** Decides what an answer is: a document, a wall, or no document for its role. */
async function contentOf(item: Target, outcome: FetchOutcome, context: EntryContext): Promise<Content> {
  const body = outcome.body !== null && outcome.body.length > 0 ? outcome.body : null;
  const hash = body === null ? null : await context.evidence.put(body, hashOf(body));
  const kind = documentIn(item, outcome);
  const document = kind === null || body === null ? null : await readDocument(kind, body);
  const stored = { hash, body, kind, document };
  if (!outcome.ok) return { ...stored, encoding: null, text: null, failure: outcome.failure, detail: outcome.detail };
  const { status, headers } = outcome;
  const unreadable = body === null || document !== null || looksBinary(body, headers);
  // As the capture will have it, so that the stored bytes are decoded the same later.
  const type = headersOf(outcome)['content-type'] ?? null;
  const decoded = unreadable ? null : decodeBody(body, type, item.role, context.knowledge.encodings);
  const wall = recognizeWall(
    { status, headers, text: decoded?.text ?? '', bytes: outcome.body.length },
    context.knowledge,
  );
  const refused = wall
    ? { failure: wall.class, detail: `${wall.vendor}: ${wall.detail}` }
    : refuse(status, headers, outcome.body, document);
  return {
    ...stored,
    encoding: decoded?.encoding ?? null,
    text: decoded?.text ?? null,
    failure: refused?.failure ?? null,
    detail: refused?.detail ?? outcome.remark ?? null,
  };
}

function headersOf(outcome: FetchOutcome): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = outcome.headers[name];
    if (value !== undefined) headers[name] = oneLine(value);
  }
  return headers;
}

/**
 * Turns an outcome into a capture without reading its page. Every body is kept as evidence, error
 * pages and walls too. Rejects only if evidence cannot be written (disk full).
 * @param time milliseconds since the epoch
 */
export async function makeCapture(
  item: Target,
  outcome: FetchOutcome,
  time: number,
  context: EntryContext,
): Promise<{ readonly capture: Capture; readonly content: Content }> {
  const content = await contentOf(item, outcome, context);
  const { body, hash, failure, detail } = content;
  const screenshot = outcome.screenshot ? await context.evidence.put(outcome.screenshot) : null;
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
    headers: headersOf(outcome),
    time: new Date(time).toISOString(),
    body: hash,
    bytes: body?.length ?? 0,
    encoding: content.encoding,
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
    ...(outcome.ok && outcome.withheld ? { withheld: true as const } : {}),
    ...(outcome.ok && outcome.cut ? { cut: true as const } : {}),
    ...(outcome.ok && outcome.takenFrom ? { takenFrom: { ...outcome.takenFrom } } : {}),
    ...requestOf(item),
  };
  return { capture, content };
}

/** Turns an outcome into a capture and, if it can be read, a page; otherwise as `makeCapture`. */
export async function makeEntry(
  item: Target,
  outcome: FetchOutcome,
  time: number,
  context: EntryContext,
): Promise<Entry> {
  const { capture, content } = await makeCapture(item, outcome, time, context);
  const { body, failure, kind, document } = content;
  if (failure !== null || body === null) return { capture, page: null };
  if (kind !== null && document?.ok === true) return { capture, page: documentPage(capture, kind, document) };
  const page = readCapture(capture, body, context.knowledge, content.text);
  return { capture, page: page instanceof Promise ? await page : page };
}
