import { createSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';

/** A listener on all addresses of this machine (TCP and UDP, same port) that counts connections. */
export interface Counter {
  readonly port: number;
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function listenForIntruders(): Promise<Counter> {
  let count = 0;
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    count++;
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret');
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '::', ipv6Only: false }, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const datagrams = createSocket({ type: 'udp6', ipv6Only: false });
  datagrams.on('message', () => count++);
  await new Promise<void>((resolve) => datagrams.bind(address.port, '::', resolve));
  return {
    port: address.port,
    connections: () => count,
    close: async () => {
      datagrams.close();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
