import { z } from 'zod';
import { failureClassSchema } from './failure.ts';
import { siteKindSchema } from './government.ts';

/**
 * What a capture was fetched for: `page` (a document a visitor opens), `frame` (an iframe of a page), `script` (a same-site
 * script read for the links it writes), `data` (a JSON endpoint that a page calls), `answer` (what a question that a probe
 * asked brought back), `robots` (robots.txt).
 */
export const captureRoles = ['page', 'frame', 'script', 'data', 'answer', 'robots'] as const;
export const captureRoleSchema = z.enum(captureRoles);
export type CaptureRole = z.infer<typeof captureRoleSchema>;

export const captureSchema = z.object({
  /** Deterministic: first 20 hex digits of SHA-256 over government, site, role, via, requested URL, question and body hash. */
  id: z.string(),
  government: z.string(),
  site: siteKindSchema,
  role: captureRoleSchema,
  via: z.enum(['http', 'browser']),
  /** The URL that was asked for, without fragment. */
  url: z.string(),
  /** The URL that answered in the end. */
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
  /** Name of the character encoding the text was read with; null when there is no text. */
  encoding: z.string().nullable(),
  failure: failureClassSchema.nullable(),
  /** One line about the failure or about what guard answered; free text, already stripped of control characters. */
  detail: z.string().nullable(),
  /** Certificate verdict of an https response: `ok` or the error code of the strict check; null for http. */
  tls: z.string().nullable(),
  /** Clicks from the home page: 0 for a home page. */
  depth: z.number(),
  /** The page whose link, frame or script element led here; null for a home page. */
  from: z.string().nullable(),
  /** Label of the link that led here; null for a home page, scripts and frames. */
  label: z.string().nullable(),
  /** Ids of the link intents that led here, best first; empty for a home page. */
  intents: z.array(z.string()),
  /** Whether the site's home page is this capture. */
  home: z.boolean(),
  /** For role `answer`: what was asked, and the id of the question in its bank. */
  question: z.object({ id: z.string(), text: z.string(), probe: z.string() }).nullable(),
  /**
   * SHA-256 (hex) of a picture (JPEG) of the page as a visitor saw it when the last of it was read; null for what no browser acted on. For
   * people only: judges do not see it, so that pixels decide nothing.
   */
  screenshot: z.string().nullable().default(null),
  /**
   * How many scripts and requests for data failed while a browser rendered the page: what they would have shown is not on it. Left out where
   * none did, and for what no browser rendered.
   */
  missed: z.number().int().positive().optional(),
  /** The connection ended before the document did: the body is its first part. Left out where it is whole. */
  cut: z.literal(true).optional(),
  /** What was sent besides the address, so that it can be asked again; left out for a plain GET. */
  request: z
    .object({
      method: z.enum(['GET', 'POST']),
      body: z.string().nullable(),
      headers: z.record(z.string(), z.string()),
      anywhere: z.boolean(),
    })
    .optional(),
});

/** An immutable record of one response or one rendered page. Body bytes are kept apart, under their hash. */
export type Capture = z.infer<typeof captureSchema>;

/** Hashes of all bytes that a capture refers to: its body and its picture. */
export function bytesOf(capture: Pick<Capture, 'body' | 'screenshot'>): string[] {
  return [capture.body, capture.screenshot].filter((hash) => hash !== null);
}

/** Whether the capture brought a document that can be read. */
export function isReadable(capture: Capture): boolean {
  return capture.failure === null && capture.body !== null;
}
