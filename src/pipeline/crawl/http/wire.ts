import type { Turn } from './pacing.ts';

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Take only so many bytes of the body and leave the rest, instead of refusing a larger one. */
  readonly upTo?: number;
}

/** What an exchange is bound to. */
export interface ExchangeContext {
  /** Aborted when the exchange must end. */
  readonly signal: AbortSignal;
  readonly onPhase: (phase: 'first-byte' | 'body') => void;
  /** Used when the request is sent. */
  readonly turn: Turn;
}

/** A reply as it came. */
export interface RawReply {
  readonly status: number;
  /** Names in lower case; values one character a byte. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** The connection ended before the body did: `body` is what came until then. */
  readonly cut: boolean;
}

/** A reply as the program uses it. */
export interface WireResponse {
  readonly status: number;
  /** Repeated ones joined by `, `; of Location and Content-Type only the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of Set-Cookie, each by itself. */
  readonly cookies: readonly string[];
  /** Decompressed. */
  readonly body: Buffer;
  /**
   * Only the first part of the body came; it is a document of which a browser would show that part.
   */
  readonly cut: boolean;
}
