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
    /** Pages per visit that may be rendered in a browser. */
    'rendered-pages': z.number().int().min(0),
  }),
  politeness: z.strictObject({
    /** Pause between two requests to one host, unless its robots.txt names a Crawl-delay. */
    pause: milliseconds,
    'max-crawl-delay': milliseconds,
    'connections-per-host': z.number().int().min(1).max(2),
    robots: z.boolean(),
  }),
  timeouts: z.strictObject({
    connect: milliseconds,
    'first-byte': milliseconds,
    body: milliseconds,
    total: milliseconds,
  }),
  limits: z.strictObject({
    /** Response body on the wire, and after decompression. */
    'body-bytes': z.number().int().min(1024),
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
    viewport: z.strictObject({ width: z.number().int(), height: z.number().int() }),
  }),
});
export type CrawlFile = z.infer<typeof crawlSchema>;

/** The file's settings, and the failure classes to retry from the table of policies. */
export type CrawlSettings = Omit<CrawlFile, 'retry'> & {
  readonly retry: CrawlFile['retry'] & { readonly classes: readonly string[] };
};
