import { createAdaptorServer } from '@hono/node-server';
import { UsageError } from '../model/usage-error.ts';
import { createApp } from './app.ts';
import type { ConsoleContext } from './context.ts';

export interface RunningConsole {
  /** `http://127.0.0.1:8017/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Longest time in which a request must have come in, in milliseconds; slow ones hold a socket for nothing. */
const requestTime = 30_000;

/** Answers requests at an address of this machine until it is closed. @throws UsageError when the port cannot be used. */
export async function startConsole(
  context: ConsoleContext,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<RunningConsole> {
  const server = createAdaptorServer({ fetch: createApp(context).fetch });
  if ('requestTimeout' in server) server.requestTimeout = requestTime;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new UsageError(`the console cannot listen on ${host}:${port} (${error.message}); choose another --port`)),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the console listens on no port');
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
