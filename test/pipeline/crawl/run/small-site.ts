import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A document with an ETag for conditional requests, sent after `delay` milliseconds. */
interface Document {
  readonly html: string;
  readonly etag?: string;
  readonly delay?: number;
}

/** Documents by address. */
export type Documents = Record<string, Document>;

/** A few documents behind a forward proxy on loopback, with counts of requests and bytes. */
export class SmallSite {
  readonly documents: Documents;
  /** Requests for documents, without robots.txt. */
  requests = 0;
  /** Bytes of the sent bodies. */
  bytes = 0;
  readonly #server: Server;

  private constructor(documents: Documents) {
    this.documents = documents;
    this.#server = createServer((request, response) => {
      const url = `http://${request.headers.host}${new URL(request.url ?? '/', 'http://proxy/').pathname}`;
      if (url.endsWith('/robots.txt')) return void response.writeHead(404).end();
      this.requests++;
      const found = this.documents[url];
      if (found === undefined) return void response.writeHead(404).end();
      const headers = { 'content-type': 'text/html', ...(found.etag === undefined ? {} : { etag: found.etag }) };
      if (found.etag !== undefined && request.headers['if-none-match'] === found.etag)
        return void response.writeHead(304, headers).end();
      this.bytes += Buffer.byteLength(found.html);
      setTimeout(() => response.writeHead(200, headers).end(found.html), found.delay ?? 0);
    });
    this.#server.on('connect', (_, socket) => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      this.#server.emit('connection', socket);
    });
  }

  static async open(documents: Documents): Promise<SmallSite> {
    const site = new SmallSite(documents);
    await new Promise<void>((done) => site.#server.listen(0, '127.0.0.1', done));
    return site;
  }

  get proxy(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Resets the counts. */
  reset(): void {
    this.requests = 0;
    this.bytes = 0;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
