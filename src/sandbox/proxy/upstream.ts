import type { Duplex } from 'node:stream';
import type { SiteReply, SiteRequest } from '../town.ts';
import type { CertificateKind } from './certificates.ts';

/** Errors of RFC 9209 that the proxy reports in `Proxy-Status`. */
export type ProxyError =
  | 'dns_error'
  | 'connection_refused'
  | 'connection_timeout'
  | 'connection_terminated'
  | 'tls_certificate_error';

/** Outcome of a request. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: SiteReply; readonly delay?: number }
  /** The site is unreachable, and the proxy says so. */
  | { readonly kind: 'error'; readonly error: ProxyError }
  /** The connection breaks before any byte. */
  | { readonly kind: 'reset' }
  /** No byte is ever sent. */
  | { readonly kind: 'hang' }
  /** Headers, then a body that never ends. */
  | { readonly kind: 'drip' }
  /** A document of this many bytes. */
  | { readonly kind: 'flood'; readonly bytes: number }
  /** Raw bytes on the connection, well-formed or not. */
  | { readonly kind: 'raw'; readonly play: (socket: Duplex) => void };

/** Outcome of connecting to `host:port` through the proxy. */
export type TunnelOutcome =
  | { readonly kind: 'open'; readonly certificate: CertificateKind | 'broken' }
  | { readonly kind: 'error'; readonly error: ProxyError }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  /** The tunnel opens and stays silent. */
  | { readonly kind: 'mute' };

/** The sites behind a proxy: a simulated country, or recorded pages. */
export interface Upstream {
  /** `authority` is `host`, or `host:port` for a port that is not the scheme's own. */
  connect(authority: string): TunnelOutcome;
  answer(request: SiteRequest): Outcome | Promise<Outcome>;
}

/** Counters since the start, updated live. */
export interface ProxyCounters {
  readonly requests: number;
  readonly tunnels: number;
  /** Requests and tunnels without a reply. */
  readonly failures: number;
  /** Body bytes sent. */
  readonly bytes: number;
  /** Exceptions of page makers, answered with 500; always a bug. */
  readonly faults: number;
  /** The last of those exceptions. */
  readonly lastFault: string | null;
}
