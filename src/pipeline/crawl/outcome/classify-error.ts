import { inspect } from 'node:util';
import type { FailureClass } from '../../../model/failure.ts';

/** A failure that our own code detected while fetching, already classified. */
export class ClassifiedError extends Error {
  override readonly name = 'ClassifiedError';
  readonly failure: FailureClass;

  constructor(failure: FailureClass, message: string) {
    super(message);
    this.failure = failure;
  }
}

const byCode: Readonly<Record<string, FailureClass>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  ETIMEDOUT: 'timeout-connect',
  UND_ERR_CONNECT_TIMEOUT: 'timeout-connect',
  UND_ERR_HEADERS_TIMEOUT: 'timeout-first-byte',
  UND_ERR_BODY_TIMEOUT: 'timeout-body',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  EPROTO: 'tls',
};

const tlsCode = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/;

function codeOf(error: unknown): string | null {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return null;
}

/**
 * The failure class of a thrown value and one line of detail, also through `cause` and `errors`.
 * What is not known is `our-fault`, so that it is never blamed on the site.
 */
export function classifyError(error: unknown): { failure: FailureClass; detail: string } {
  const queue: unknown[] = [error];
  for (let guard = 0; queue.length > 0 && guard < 20; guard++) {
    const current = queue.shift();
    if (current instanceof ClassifiedError) return { failure: current.failure, detail: current.message };
    const code = codeOf(current);
    const message = current instanceof Error ? current.message : inspect(current);
    if (code !== null) {
      const known = byCode[code];
      if (known !== undefined) return { failure: known, detail: `${code}: ${message}` };
      if (tlsCode.test(code)) return { failure: 'tls', detail: `${code}: ${message}` };
    }
    if (current instanceof Error && current.name === 'HTTPParserError') {
      return { failure: 'not-html', detail: 'not an HTTP reply' };
    }
    if (typeof current === 'object' && current !== null) {
      if ('cause' in current && current.cause !== undefined) queue.push(current.cause);
      if ('errors' in current && Array.isArray(current.errors)) queue.push(...current.errors);
    }
  }
  return { failure: 'our-fault', detail: error instanceof Error ? `${error.name}: ${error.message}` : inspect(error) };
}

const byProxyError: Readonly<Record<string, FailureClass>> = {
  dns_error: 'dns',
  dns_timeout: 'dns',
  destination_not_found: 'dns',
  destination_unavailable: 'refused',
  destination_ip_unroutable: 'refused',
  destination_ip_prohibited: 'off-site',
  connection_refused: 'refused',
  connection_terminated: 'reset',
  connection_timeout: 'timeout-connect',
  connection_read_timeout: 'timeout-first-byte',
  http_response_timeout: 'timeout-first-byte',
  http_response_incomplete: 'reset',
  tls_protocol_error: 'tls',
  tls_certificate_error: 'tls',
  tls_alert_received: 'tls',
};

/**
 * Failure of the hop behind a proxy, by the `error` parameter of `Proxy-Status` (RFC 9209); null if
 * it names none.
 */
export function classifyProxyStatus(header: string | undefined): { failure: FailureClass; detail: string } | null {
  const match = /;\s*error="?([a-z_]+)"?/i.exec(header ?? '');
  const name = match?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return { failure: byProxyError[name] ?? 'our-fault', detail: `the proxy reports ${name}` };
}

/**
 * Whether an error is the machine's (no space, rights or file handles), and meets every request.
 */
export function isMachineError(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return ['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE'].includes(code);
}
