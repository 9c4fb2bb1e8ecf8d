import iconv from 'iconv-lite';
import type { Pack } from '../../config/pack.ts';
import type { Capture } from '../../model/capture.ts';
import type { Evidence } from '../../model/finding.ts';
import { readCapture } from '../../pipeline/judging/read-capture.ts';
import { kindsOf } from '../../reading/kinds.ts';
import type { Page } from '../../reading/page.ts';
import type { AppealInput } from '../../report/appeal/input.ts';
import { type Mask, maskOf } from '../../report/package/mask.ts';
import { maskedLine, maskedMembers } from '../../report/package/mask-json.ts';
import type { PublishedCapture } from '../../report/package/warc.ts';
import { unstatedCharset } from './unstated-charset.ts';

/** Text of a page is published up to this many characters; its bytes are published whole. */
const longestText = 200_000;

/** What is published of a government: its captures one by one, and its findings. */
export interface PublishedGovernment {
  readonly captures: AsyncIterable<PublishedCapture>;
  /** The input with quotes, values and log lines masked. */
  readonly input: AppealInput;
}

/** Prepares what is published; `masking` false leaves everything as it was received. */
export function publishedGovernment(input: AppealInput, pack: Pack, masking: boolean): PublishedGovernment {
  const rules = masking ? (pack.publishing?.masking ?? null) : null;
  if (rules === null) return { input, captures: publishedCaptures(input, pack, null) };
  const mask = maskOf(rules);
  const masker = { mask, kinds: new Set(rules.kinds) };
  const masked = (evidence: readonly Evidence[]): Evidence[] =>
    evidence.map((one) => ({ ...one, quote: mask.mask(one.quote).text }));
  const findings = input.findings.map(({ finding, ...judged }) => {
    const value = finding.value === null ? null : maskedMembers(finding.value, mask);
    return { ...judged, finding: { ...finding, value, evidence: masked(finding.evidence) } };
  });
  const log = input.log.map((line) => maskedLine(line, mask));
  return { input: { ...input, findings, log }, captures: publishedCaptures(input, pack, masker) };
}

interface Masker {
  readonly mask: Mask;
  readonly kinds: ReadonlySet<string>;
}

/** A capture that two runs hold is published once. */
async function* publishedCaptures(
  input: AppealInput,
  pack: Pack,
  masker: Masker | null,
): AsyncGenerator<PublishedCapture> {
  const seen = new Set<string>();
  for (const { capture } of input.captures) {
    if (seen.has(capture.id)) continue;
    seen.add(capture.id);
    const bytes = capture.body === null ? null : await input.bytes(capture.body);
    const picture = capture.screenshot === null ? null : await input.bytes(capture.screenshot);
    const page = bytes === null ? null : await readCapture(capture, Buffer.from(bytes), pack.knowledge);
    const isPersonal =
      masker !== null && page !== null && kindsOf(page, pack.knowledge).some(({ kind }) => masker.kinds.has(kind));
    const published = {
      capture,
      body: bytes,
      picture,
      title: page?.title ?? '',
      text: textOf(capture, page),
      masked: 0,
      charset: bytes === null ? null : unstatedCharset(bytes, capture),
    };
    yield isPersonal ? maskedCapture(published, page, masker.mask) : published;
  }
}

/** The text of a document; data and scripts have none. */
function textOf({ role }: Capture, page: Page | null): string | null {
  return role === 'page' && page !== null && page.text !== '' ? page.text.slice(0, longestText) : null;
}

/** A picture of a page whose text is masked would show what was masked, so it is left out. */
function maskedCapture(published: PublishedCapture, page: Page, mask: Mask): PublishedCapture {
  const { capture, body, text, title } = published;
  if (body === null) return published;
  const encoding = capture.encoding ?? 'utf-8';
  const source = iconv.encodingExists(encoding) ? iconv.decode(Buffer.from(body), encoding, { stripBOM: false }) : null;
  const isFaithful = source !== null && iconv.encode(source, encoding).equals(Buffer.from(body));
  // Bytes that do not survive decoding are masked as single bytes, where figures are themselves.
  const fields = page.records.flatMap(({ records }) => records.flatMap((record) => record.fields));
  const names = mask.namesAmong(fields);
  const { text: masked, count } = mask.mask(isFaithful ? source : Buffer.from(body).toString('latin1'), names);
  if (count === 0) return published;
  return {
    ...published,
    body: isFaithful ? iconv.encode(masked, encoding) : Buffer.from(masked, 'latin1'),
    text: text === null ? null : mask.mask(text, names).text,
    title: mask.mask(title, names).text,
    picture: null,
    masked: count,
  };
}
