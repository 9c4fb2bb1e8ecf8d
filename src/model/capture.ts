import { z } from 'zod';
import { failureClassSchema } from './failure.ts';
import { siteKindSchema } from './government.ts';

/**
 * Purpose of a capture: `page` (a document that visitors open), `frame` (an iframe of a page),
 * `script` (a same-site script read for its links), `data` (a JSON endpoint that a page calls),
 * `answer` (the reply to a question of a probe), `robots` (robots.txt).
 */
export const captureRoles = ['page', 'frame', 'script', 'data', 'answer', 'robots'] as const;
export const captureRoleSchema = z.enum(captureRoles);
export type CaptureRole = z.infer<typeof captureRoleSchema>;

export const captureSchema = z.object({
  /**
   * First 20 hex digits of the SHA-256 over government, site, role, via, requested URL, question
   * and body hash.
   */
  id: z.string(),
  government: z.string(),
  site: siteKindSchema,
  role: captureRoleSchema,
  via: z.enum(['http', 'browser']),
  /** The URL that was asked for, without fragment. */
  url: z.string(),
  /** URL of the last hop. */
  finalUrl: z.string(),
  /** Every hop before the last one. */
  redirects: z.array(z.object({ url: z.string(), status: z.number() })),
  status: z.number().nullable(),
  /** The few response headers that judging needs, names in lower case. */
  headers: z.record(z.string(), z.string()),
  /** ISO 8601 UTC, when the response was complete. */
  time: z.string(),
  /** SHA-256 (hex) of the raw body bytes; null when there is no body. */
  body: z.string().nullable(),
  bytes: z.number(),
  /** Character encoding that the text was decoded with; null without text. */
  encoding: z.string().nullable(),
  failure: failureClassSchema.nullable(),
  /** One line about the failure or the text of the wall; free text without control characters. */
  detail: z.string().nullable(),
  /**
   * Certificate verdict of an https response: `ok` or the error code of the strict check; null for
   * http.
   */
  tls: z.string().nullable(),
  /** Clicks from the home page: 0 for a home page. */
  depth: z.number(),
  /** The page whose link, frame or script element led here; null for a home page. */
  from: z.string().nullable(),
  /** Label of the link that led here; null for a home page, scripts and frames. */
  label: z.string().nullable(),
  /** Ids of the link intents that led here, best first; empty for a home page. */
  intents: z.array(z.string()),
  /** True for the home page of the site. */
  home: z.boolean(),
  /** For role `answer`: what was asked, and the id of the question in its bank. */
  question: z.object({ id: z.string(), text: z.string(), probe: z.string() }).nullable(),
  /**
   * SHA-256 (hex) of a JPEG screenshot of the page at the end of the visit; null where no browser
   * acted. Screenshots are for people: judges never read them, so that no finding depends on
   * pixels.
   */
  screenshot: z.string().nullable().default(null),
  /**
   * Number of scripts and data requests that failed while a browser rendered the page; their
   * content is missing from it. Left out for 0 and for pages that were not rendered.
   */
  missed: z.number().int().positive().optional(),
  /**
   * True if some of them were not asked for, since the operator of their host does not want to be
   * visited; left out otherwise.
   */
  withheld: z.literal(true).optional(),
  /**
   * True when the connection ended early and the body is only the first part; left out otherwise.
   */
  cut: z.literal(true).optional(),
  /**
   * The visit of the same run whose request brought this response, and when; left out if the visit
   * asked by itself. `time` is when this visit took the response.
   */
  takenFrom: z.object({ government: z.string(), time: z.string() }).optional(),
  /** Method and body of the request, so that it can be repeated; left out for a plain GET. */
  request: z
    .object({
      method: z.enum(['GET', 'POST']),
      body: z.string().nullable(),
      headers: z.record(z.string(), z.string()),
      anywhere: z.boolean(),
    })
    .optional(),
});

/**
 * Immutable record of one response or one rendered page. Body bytes are stored separately, under
 * their hash.
 */
export type Capture = z.infer<typeof captureSchema>;

/** Hashes of all bytes that a capture refers to: body and screenshot. */
export function bytesOf(capture: Pick<Capture, 'body' | 'screenshot'>): string[] {
  return [capture.body, capture.screenshot].filter((hash) => hash !== null);
}

/** True if the capture holds a document that can be read. */
export function isReadable(capture: Capture): boolean {
  return capture.failure === null && capture.body !== null;
}
