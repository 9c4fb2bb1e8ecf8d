import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Agent, buildConnector, Client, type Dispatcher } from 'undici';

export interface Seen {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly text: string;
}

/** Requests an address in absolute form, as clients do for http. */
export async function ask(
  proxyUrl: string,
  url: string,
  options: { method?: 'GET' | 'POST' | 'HEAD'; body?: string; headers?: Record<string, string> } = {},
): Promise<Seen> {
  const client = new Client(proxyUrl, { headersTimeout: 2000, bodyTimeout: 2000, pipelining: 1 });
  try {
    const response = await client.request({
      path: url,
      method: options.method ?? 'GET',
      headers: { host: new URL(url).host, ...options.headers },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
  } finally {
    await client.destroy();
  }
}

/** Opens a tunnel; resolves with status code, headers as text, and socket. */
export function tunnel(proxyUrl: string, target: string): Promise<{ status: number; head: string; socket: Socket }> {
  const { hostname, port } = new URL(proxyUrl);
  return new Promise((resolve, reject) => {
    const socket = connectSocket(Number(port), hostname, () =>
      socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`),
    );
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    socket.once('data', (data: Buffer) => {
      socket.removeAllListeners('close');
      const head = data.toString('latin1');
      resolve({ status: Number(head.split(' ')[1]), head, socket });
    });
  });
}

/** TLS inside a tunnel, checked against the given authority. */
export async function secure(
  proxyUrl: string,
  host: string,
  options: { ca: string; session?: Buffer | undefined; port?: number },
): Promise<TLSSocket> {
  const { socket } = await tunnel(proxyUrl, `${host}:${options.port ?? 443}`);
  return new Promise((resolve, reject) => {
    const tls = connectTls(
      {
        socket,
        servername: host,
        ca: options.ca,
        ...(options.session === undefined ? {} : { session: options.session }),
      },
      () => resolve(tls),
    );
    tls.once('error', reject);
  });
}

/** An undici agent whose connections to https hosts go through tunnels. */
export function tunnelAgent(proxyUrl: string, ca: string): { agent: Agent; tunnels: () => number } {
  let opened = 0;
  const plain = buildConnector({ ca });
  const agent = new Agent({
    connections: 1,
    connect(options, callback) {
      opened += 1;
      tunnel(proxyUrl, `${options.hostname}:${options.port || '443'}`).then(
        ({ socket }) => plain({ ...options, httpSocket: socket }, callback),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
    },
  });
  return { agent, tunnels: () => opened };
}
