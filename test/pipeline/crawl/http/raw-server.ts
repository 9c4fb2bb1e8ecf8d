import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Reply of a raw server: bytes before it closes, or a function on the socket. */
export type RawAnswer = string | Buffer | ((socket: Socket, head: string) => void);

/**
 * A server on loopback that answers paths byte for byte; `asked` has every request line with its
 * Cookie header.
 */
export interface RawServer {
  readonly base: string;
  readonly host: string;
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** @param answerFor gets the path and head of a request; robots.txt gives 404 unless it answers */
export async function startRawServer(answerFor: (path: string, head: string) => RawAnswer | null): Promise<RawServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let head = '';
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const path = head.split(' ')[1] ?? '/';
      asked.push(path);
      const answer =
        answerFor(path, head) ?? 'HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnone';
      head = '';
      if (typeof answer === 'function') answer(socket, head);
      else socket.end(answer);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base: `http://${host}`,
    host,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
