import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';

export interface ReplayServer {
  readonly port: number;
  readonly close: () => void;
}

/**
 * Serves ReplayWeb.page and the packages of a folder to this machine alone. `/` is a page that holds
 * the replayer; its parameters `source`, `url` and `ts` say what it opens.
 * @param program folder of ReplayWeb.page as its package has it
 */
export function serveReplay(program: string, folder: string): Promise<ReplayServer> {
  const server = createServer((request, response) => answer(program, folder, request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve({ port, close: () => void server.close() });
    });
  });
}

function answer(program: string, folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') {
    const attributes = ['source', 'url', 'ts'].map(
      (name) => `${name}="${(searchParams.get(name) ?? '').replaceAll('"', '%22').replaceAll('&', '&amp;')}"`,
    );
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><meta charset="utf-8"><script src="/ui.js"></script><replay-web-page embed="replayonly" ${attributes.join(' ')} style="display:block;height:800px"></replay-web-page>`,
    );
    return;
  }
  const [, name] = /^\/packages\/([\w-]+\.wacz)$/u.exec(pathname) ?? [];
  const script = { '/ui.js': 'ui.js', '/replay/sw.js': 'sw.js' }[pathname];
  const file =
    name !== undefined ? join(folder, 'governments', name) : script !== undefined ? join(program, script) : null;
  if (file === null || !existsSync(file)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('content-type', script === undefined ? 'application/wacz' : 'text/javascript');
  sendFile(file, request.headers.range, response);
}

function sendFile(file: string, range: string | undefined, response: ServerResponse): void {
  const size = statSync(file).size;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '') ?? [];
  // A suffix may be longer than the file.
  const start = first === '' ? (last === '' ? 0 : Math.max(0, size - Number(last))) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('content-length', end - start + 1);
  if (range !== undefined) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${start}-${end}/${size}`);
  }
  createReadStream(file, { start, end }).pipe(response);
}
