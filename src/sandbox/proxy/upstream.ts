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

/** What comes of a request. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: SiteReply; readonly delay?: number }
  /** The proxy could not reach the site and says so. */
  | { readonly kind: 'error'; readonly error: ProxyError }
  /** The connection breaks before anything was said. */
  | { readonly kind: 'reset' }
  /** Nothing is ever said. */
  | { readonly kind: 'hang' }
  /** Headers, and then a body that never comes to its end. */
  | { readonly kind: 'drip' }
  /** A document of this many bytes. */
  | { readonly kind: 'flood'; readonly bytes: number }
  /** Whatever is written on the connection itself, well-formed or not. */
  | { readonly kind: 'raw'; readonly play: (socket: Duplex) => void };

/** What comes of an attempt to connect to `host:port` through the proxy. */
export type TunnelOutcome =
  | { readonly kind: 'open'; readonly certificate: CertificateKind | 'broken' }
  | { readonly kind: 'error'; readonly error: ProxyError }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  /** The tunnel opens, and nobody says anything in it. */
  | { readonly kind: 'mute' };

/** What stands behind a proxy: a simulated country, or a folder of recordings. */
export interface Upstream {
  /** `authority` is `host`, or `host:port` for a port that is not the scheme's own. */
  connect(authority: string): TunnelOutcome;
  answer(request: SiteRequest): Outcome | Promise<Outcome>;
}

/** Counts since the start; live. */
export interface ProxyCounters {
  readonly requests: number;
  readonly tunnels: number;
  /** Requests and tunnels that ended in anything but a reply. */
  readonly failures: number;
  /** Body bytes sent. */
  readonly bytes: number;
  /** Exceptions of page makers, answered with 500: always a bug. */
  readonly faults: number;
  /** The last of those exceptions. */
  readonly lastFault: string | null;
}
