import { openSync, writeSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { UsageError } from '../../model/usage-error.ts';

/** Milliseconds since the epoch, with fractions, on a clock that is never set. */
function moment(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * What the servers of a simulated country saw, as lines of JSON: each request and each tunnel
 * (`CONNECT`) with its beginning, its end and the number of its connection. A line is written when
 * its end is known.
 */
export class AccessLog {
  readonly #descriptor: number;
  readonly #numbers = new WeakMap<Duplex, number>();
  #last = 0;

  /**
   * @param file what is in it already is kept
   * @throws UsageError when the file cannot be written
   */
  constructor(file: string) {
    try {
      this.#descriptor = openSync(file, 'a');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`the access log ${file} cannot be written: ${reason}`);
    }
  }

  #numberOf(socket: Duplex): number {
    const known = this.#numbers.get(socket) ?? ++this.#last;
    this.#numbers.set(socket, known);
    return known;
  }

  /** A connection inside another one is the same connection. */
  join(inner: Duplex, outer: Duplex): void {
    this.#numbers.set(inner, this.#numberOf(outer));
  }

  /** A request has arrived; to be called before anything is waited for. */
  request(request: IncomingMessage, response: ServerResponse): void {
    const entry = { start: moment(), connection: this.#numberOf(request.socket) };
    const target = request.url ?? '/';
    const url = URL.parse(target.startsWith('/') ? `http://${request.headers.host ?? ''}${target}` : target);
    const agent = request.headers['user-agent'] ?? '';
    response.once('close', () => {
      const [host, path] = [url?.host ?? '', `${url?.pathname ?? ''}${url?.search ?? ''}`];
      this.#write({ host, method: request.method ?? '', path, ...entry, agent });
    });
  }

  /** A tunnel is asked for. */
  tunnel(request: IncomingMessage, socket: Duplex, authority: string): void {
    const entry = { start: moment(), connection: this.#numberOf(socket) };
    const agent = request.headers['user-agent'] ?? '';
    socket.once('close', () => this.#write({ host: authority, method: 'CONNECT', path: '', ...entry, agent }));
  }

  #write(entry: { readonly start: number } & Readonly<Record<string, string | number>>): void {
    // Whole lines, so that a log is readable whenever its writer is killed.
    writeSync(this.#descriptor, `${JSON.stringify({ ...entry, end: moment() })}\n`);
  }
}
