import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const milliseconds = z.number().int().min(0);

/** `config/crawl.yaml`: how a guest behaves. All times in milliseconds, sizes in bytes. */
export const crawlSchema = z.strictObject({
  'user-agent': z.string().min(1),
  /** Address that a site's operator can write to; part of the user agent. */
  contact: z.string().min(1),
  /** Visits open at once. */
  concurrency: z.number().int().min(1),
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
    /** The whole run; what is left then is left to `--resume`. */
    'run-time': milliseconds.min(1),
    /** A run in which no visit ends for so long is broken off. */
    'stall-time': milliseconds.min(1),
    /** Pages per visit that may be rendered in a browser. */
    'rendered-pages': z.number().int().min(0),
    /** Columns per site that no link word led to and that are read all the same while some finding is undecided. */
    'explored-pages': z.number().int().min(0).default(40),
    /** Things that a portal's own search is asked for in one visit, besides the words that test the search itself. */
    'search-questions': z.number().int().min(0).default(16),
  }),
  politeness: z.strictObject({
    /** Pause between two requests to one host, unless its robots.txt names a Crawl-delay. */
    pause: milliseconds,
    'max-crawl-delay': milliseconds,
    /** Longest time a host that answers with Retry-After is left alone before the second try. */
    'max-retry-after': milliseconds,
    'connections-per-host': z.number().int().min(1).max(2),
    robots: z.boolean(),
  }),
  /** Whom nobody may be sent to by a page, besides everything that is not a public address. */
  guard: z.strictObject({
    'refused-ports': z.array(z.number().int().min(1).max(65_535)),
    /** Names, and all names under them. */
    'refused-names': z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)),
    /** Ranges of public addresses, as `203.0.113.0/24`. */
    'refused-ranges': z.array(z.string().refine(ipaddr.isValidCIDR, 'expected a range such as 203.0.113.0/24')),
  }),
  timeouts: z.strictObject({
    /** For resolving a name. */
    dns: milliseconds,
    connect: milliseconds,
    /** For the TLS handshake. */
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
    /** How many times as large as on the wire a body may become. */
    'decompression-ratio': z.number().min(1),
    redirects: z.number().int().min(0),
  }),
  /** Of the classes that config/failures.yaml wants retried. */
  retry: z.strictObject({ attempts: z.number().int().min(0), pause: milliseconds }),
  /** Local time in which a nightly run may start visits; `from` may be later than `to`. */
  'night-window': z.strictObject({
    zone: z.string(),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
  }),
  browser: z.strictObject({
    pages: z.number().int().min(0),
    'page-time': milliseconds,
    'settle-time': milliseconds,
    /** What a page may ask for by itself, or after one act of ours; further requests are not let out. */
    'requests-per-page': z.number().int().min(1),
    /** Answers to the scripts of a rendered page that are kept, and the size of the largest. */
    'data-per-page': z.number().int().min(0),
    'data-bytes': z.number().int().min(0),
    /** Entries of menus over which the pointer is led, and elements that are clicked to learn where they lead. */
    'hovers-per-page': z.number().int().min(0),
    'clicks-per-page': z.number().int().min(0),
    /** What one connection of the browser may bring before it is cut. */
    'connection-bytes': z.number().int().min(1024),
    viewport: z.strictObject({ width: z.number().int(), height: z.number().int() }),
  }),
});
export type CrawlFile = z.infer<typeof crawlSchema>;

/** What servers and pages are told of the visitor, from the pack's language and time zone. */
export interface VisitorSettings {
  /** Value of the Accept-Language header. */
  readonly 'accept-language': string;
  /** BCP 47 tag that scripts of a page see. */
  readonly locale: string;
  /** IANA name. */
  readonly 'time-zone': string;
}

/** The file's settings, the failure classes to retry from the table of policies, and the visitor of the pack's country. */
export type CrawlSettings = Omit<CrawlFile, 'retry'> & {
  readonly retry: CrawlFile['retry'] & { readonly classes: readonly string[] };
  readonly visitor: VisitorSettings;
};
