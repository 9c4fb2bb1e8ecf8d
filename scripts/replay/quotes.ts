import { unzipSync } from 'fflate';
import { z } from 'zod';

const lineSchema = z.object({
  capture: z.object({
    id: z.string(),
    finalUrl: z.string(),
    time: z.string(),
    role: z.string(),
    headers: z.record(z.string(), z.string()),
    request: z.unknown().optional(),
  }),
  published: z.string().nullable(),
});
const findingsSchema = z.array(
  z.object({ finding: z.object({ evidence: z.array(z.object({ quote: z.string(), capture: z.string() })) }) }),
);

/** A page that findings quote, as a replayer finds it. */
export interface QuotedPage {
  readonly address: string;
  /** `20261129123456` */
  readonly timestamp: string;
  readonly quotes: readonly string[];
}

export interface QuotesOfPackage {
  readonly pages: readonly QuotedPage[];
  /**
   * Quotes from what no address opens as a page: scripts, data, answers to a form, and documents
   * (PDF), which this browser cannot draw.
   */
  readonly elsewhere: number;
}

/** The quotes of a package (WACZ) by the page they stand on. */
export function quotesOf(wacz: Uint8Array): QuotesOfPackage {
  const members = unzipSync(wacz, { filter: ({ name }) => name.startsWith('govprobe/') });
  const text = (name: string): string => Buffer.from(members[`govprobe/${name}`] ?? []).toString();
  const captures = new Map(
    text('captures.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .map((line) => [line.capture.id, line]),
  );
  const pages = new Map<string, { address: string; timestamp: string; quotes: Set<string> }>();
  let elsewhere = 0;
  for (const { finding } of findingsSchema.parse(JSON.parse(text('findings.json'))))
    for (const { quote, capture: id } of finding.evidence) {
      const line = captures.get(id);
      const isPage = line?.capture.role === 'page' || line?.capture.role === 'frame';
      const type = line?.capture.headers['content-type'] ?? 'text/html';
      const opens = isPage && /html|text\/plain/u.test(type) && line.capture.request === undefined;
      if (line === undefined || line.published === null || !opens) {
        elsewhere += 1;
        continue;
      }
      const { finalUrl: address, time } = line.capture;
      const timestamp = time.replace(/\D/gu, '').slice(0, 14);
      const page = pages.get(`${timestamp} ${address}`) ?? { address, timestamp, quotes: new Set() };
      page.quotes.add(quote);
      pages.set(`${timestamp} ${address}`, page);
    }
  return { pages: [...pages.values()].map((page) => ({ ...page, quotes: [...page.quotes] })), elsewhere };
}

/** What a page shows to people, and everything it holds. */
export interface Shown {
  readonly visible: string;
  readonly source: string;
}

/**
 * `shown`: people see all its words; `hidden`: the page holds them where nobody sees them, as in
 * markup or a closed menu; `partly`: people see its first word, and others stand elsewhere, as a question
 * that was asked; `missing`: the page does not hold them.
 */
export const kindsOfSeen = ['shown', 'hidden', 'partly', 'missing'] as const;
export type Seen = (typeof kindsOfSeen)[number];

/**
 * How a page shows a quote, which may join a label with an address, or several parts of a page. An
 * address alone is no words.
 */
export function seen(quote: string, { visible, source }: Shown): Seen {
  const words = quote
    .replace(/(?:^|\s)(?:https?:|javascript:)\S*$/u, '')
    .replace(/…$/u, '')
    .split(/\s+/u)
    .map(folded)
    .filter((word) => word !== '');
  const holds = (text: string): boolean => words.every((word) => text.includes(word));
  const [first = ''] = words;
  const people = folded(visible);
  if (words.length > 0 && holds(people)) return 'shown';
  if (holds(folded(`${visible} ${source}`))) return 'hidden';
  return first.length > 1 && people.includes(first) ? 'partly' : 'missing';
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
