import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { Exclusion } from '../exclusions.ts';

const milliseconds = z.number().int().min(0);

/** `config/crawl.yaml`: limits and manners of the crawl. Times in milliseconds, sizes in bytes. */
export const crawlSchema = z.strictObject({
  'user-agent': z.string().min(1),
  /** Contact address for site operators; part of the user agent. */
  contact: z.string().min(1),
  /** Number of visits in progress at the same time. */
  concurrency: z.number().int().min(1),
  /** Threads that read and judge pages; 0: the main thread does; `auto`: by the processors. */
  'reading-threads': z.union([z.literal('auto'), z.number().int().min(0).max(64)]).default('auto'),
  budget: z.strictObject({
    /** Documents per site of a visit. */
    'pages-per-site': z.number().int().min(1),
    /** Header scripts and frames per page. */
    'parts-per-page': z.number().int().min(0),
    /** All requests of a visit, retries included. */
    'requests-per-visit': z.number().int().min(1),
    depth: z.number().int().min(0),
    'links-per-page': z.number().int().min(1),
    'visit-time': milliseconds,
    /** Longest time of a run; `--resume` visits the remaining governments. */
    'run-time': milliseconds.min(1),
    /** A run in which no visit ends for this long is aborted. */
    'stall-time': milliseconds.min(1),
    /** Pages per visit that may be rendered in a browser. */
    'rendered-pages': z.number().int().min(0),
    /** Columns per site to explore although no intent led to them, while a finding is undecided. */
    'explored-pages': z.number().int().min(0).default(40),
    /** Articles and attached files to read per portal while a finding is undecided. */
    'explored-articles': z.number().int().min(0).default(24),
    /**
     * Things that one visit looks for with the portal's own search, besides the test words of the
     * search itself.
     */
    'search-questions': z.number().int().min(0).default(16),
  }),
  politeness: z.strictObject({
    /** Pause between two requests to one host, unless its robots.txt names a Crawl-delay. */
    pause: milliseconds,
    'max-crawl-delay': milliseconds,
    /** Longest wait before the second request to a host that sends Retry-After. */
    'max-retry-after': milliseconds,
    'connections-per-host': z.number().int().min(1).max(2),
    robots: z.boolean(),
  }),
  /** Hosts that a page may not send us to, besides all addresses that are not public. */
  guard: z.strictObject({
    'refused-ports': z.array(z.number().int().min(1).max(65_535)),
    /** Names, including all subdomains. */
    'refused-names': z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)),
    /** Ranges of public addresses, such as `203.0.113.0/24`. */
    'refused-ranges': z.array(z.string().refine(ipaddr.isValidCIDR, 'expected a range such as 203.0.113.0/24')),
  }),
  timeouts: z.strictObject({
    /** Name resolution. */
    dns: milliseconds,
    connect: milliseconds,
    /** TLS handshake. */
    tls: milliseconds,
    'first-byte': milliseconds,
    body: milliseconds,
    total: milliseconds,
  }),
  limits: z.strictObject({
    /** Response head. */
    'header-bytes': z.number().int().min(1024),
    /** Response body on the wire. */
    'body-bytes': z.number().int().min(1024),
    'decompressed-bytes': z.number().int().min(1024),
    /** Largest ratio of decompressed to transferred size. */
    'decompression-ratio': z.number().min(1),
    redirects: z.number().int().min(0),
  }),
  /** Retries of the failure classes that config/failures.yaml marks for retry. */
  retry: z.strictObject({ attempts: z.number().int().min(0), pause: milliseconds }),
  /** Local hours in which a nightly run may start visits; `from` may be later than `to`. */
  'night-window': z.strictObject({
    zone: z.string(),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
  }),
  browser: z.strictObject({
    pages: z.number().int().min(0),
    'page-time': milliseconds,
    'settle-time': milliseconds,
    /**
     * Requests that a page may make when it loads or after one action of ours; further ones are
     * refused.
     */
    'requests-per-page': z.number().int().min(1),
    /** Stored replies to scripts of a rendered page, and the largest size of one. */
    'data-per-page': z.number().int().min(0),
    'data-bytes': z.number().int().min(0),
    /** Menu entries to hover over, and elements to click to learn their target. */
    'hovers-per-page': z.number().int().min(0),
    'clicks-per-page': z.number().int().min(0),
    /** Bytes that one browser connection may receive before it is closed. */
    'connection-bytes': z.number().int().min(1024),
    viewport: z.strictObject({ width: z.number().int(), height: z.number().int() }),
  }),
});
export type CrawlFile = z.infer<typeof crawlSchema>;

/** What servers and pages learn about the visitor, from the pack's language and time zone. */
export interface VisitorSettings {
  /** Value of the Accept-Language header. */
  readonly 'accept-language': string;
  /** BCP 47 tag visible to scripts of a page. */
  readonly locale: string;
  /** IANA name. */
  readonly 'time-zone': string;
}

/**
 * Settings of the file, failure classes to retry, visitor settings of the pack, and the hosts that
 * are never asked.
 */
export type CrawlSettings = Omit<CrawlFile, 'retry'> & {
  readonly retry: CrawlFile['retry'] & { readonly classes: readonly string[] };
  readonly visitor: VisitorSettings;
  readonly exclusions: readonly Exclusion[];
};
