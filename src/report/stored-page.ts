import type { Finding } from '../model/finding.ts';

/** A stored page that findings quote, as text. */
export interface StoredPage {
  /** Id of the capture. */
  readonly capture: string;
  readonly address: string;
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly via: 'http' | 'browser';
  readonly status: number | null;
  /** Hash of the stored bytes; null where nothing was stored. */
  readonly sha256: string | null;
  /** Text lines of the page; null when its bytes are gone or no text could be read. */
  readonly lines: readonly string[] | null;
  /** False when the page is longer than `lines`. */
  readonly isWhole: boolean;
  readonly picture: StoredPicture | null;
}

/** A picture of the page as the browser showed it. */
export interface StoredPicture {
  readonly sha256: string;
  /** JPEG. */
  readonly bytes: Uint8Array;
}

/** Reads the stored pages of a government with these capture ids; the report itself reads no store. */
export type PageReader = (government: string, captures: ReadonlySet<string>) => Promise<readonly StoredPage[]>;

/** A quote of a finding, and the probe that quoted it. */
export interface PageQuote {
  readonly probe: string;
  readonly quote: string;
}

/** Quotes of a government's findings by capture. */
export function quotesOf(findings: readonly Finding[]): ReadonlyMap<string, readonly PageQuote[]> {
  const quotes = findings.flatMap(({ probe, evidence }) =>
    evidence.map(({ capture, quote }) => ({ capture, probe, quote })),
  );
  return Map.groupBy(quotes, ({ capture }) => capture);
}

/** Anchor of a capture in the page of its government. */
export function captureAnchor(capture: string): string {
  return `c-${capture.replace(/[^\w-]/gu, '-')}`;
}
