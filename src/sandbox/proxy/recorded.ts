import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { readText } from '../../config/read-text.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { SiteRequest } from '../town.ts';
import type { Outcome, TunnelOutcome, Upstream } from './upstream.ts';

const lineSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Relative to the manifest. */
  file: z.string().min(1),
  status: z.number().int().min(100).max(599).default(200),
  headers: z.record(z.string(), z.string()).default({}),
});

/** A recorded page: address, file and response headers. */
export interface Recording {
  /** `URL.href` without fragment. */
  readonly url: string;
  /** Absolute path of the body. */
  readonly file: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.shtml': 'text/html',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
};

/** Headers of the recorded connection, which do not belong to the document. */
const dropped = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive']);

function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

/**
 * Reads a manifest of JSON lines `{"url","file","status"?,"headers"?}`; blank lines are skipped.
 * @throws UsageError naming the line that cannot be read, or whose file is missing.
 */
export async function readManifest(manifestFile: string): Promise<readonly Recording[]> {
  const { text } = readText(manifestFile);
  const recordings: Recording[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const where = `${manifestFile} line ${at + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`${where}: expected a JSON object with "url" and "file".`);
    }
    const parsed = lineSchema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new UsageError(`${where}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not a recording'}.`);
    }
    const file = resolve(dirname(manifestFile), parsed.data.file);
    const found = await stat(file).then(
      (info) => info.isFile(),
      () => false,
    );
    if (!found) throw new UsageError(`${where}: the file ${parsed.data.file} does not exist beside the manifest.`);
    const headers: Record<string, string> = {
      'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    };
    for (const [name, content] of Object.entries(parsed.data.headers)) {
      if (!dropped.has(name.toLowerCase())) headers[name.toLowerCase()] = content;
    }
    recordings.push({ url: withoutFragment(parsed.data.url), file, status: parsed.data.status, headers });
  }
  if (recordings.length === 0) throw new UsageError(`The manifest ${manifestFile} names no page.`);
  return recordings;
}

/**
 * Recorded pages behind the proxy, at their original addresses. Unknown hosts do not resolve;
 * unknown addresses of known hosts refuse the connection. A missing robots.txt answers 404, which
 * allows everything, since a visitor that obeys it could otherwise read nothing.
 */
export class Recorded implements Upstream {
  readonly #recordings: ReadonlyMap<string, Recording>;
  readonly #hosts: ReadonlySet<string>;

  constructor(recordings: readonly Recording[]) {
    this.#recordings = new Map(recordings.map((recording) => [recording.url, recording]));
    this.#hosts = new Set(recordings.map(({ url }) => new URL(url).host));
  }

  connect(authority: string): TunnelOutcome {
    return this.#hosts.has(authority) ? { kind: 'open', certificate: 'valid' } : { kind: 'error', error: 'dns_error' };
  }

  async answer({ url }: SiteRequest): Promise<Outcome> {
    if (!this.#hosts.has(url.host)) return { kind: 'error', error: 'dns_error' };
    const recording = this.#recordings.get(withoutFragment(url.href));
    if (recording !== undefined) {
      const { status, headers, file } = recording;
      return { kind: 'reply', reply: { status, headers, body: await readFile(file) } };
    }
    if (url.pathname === '/robots.txt') return { kind: 'reply', reply: { status: 404, headers: {}, body: '' } };
    return { kind: 'error', error: 'connection_refused' };
  }
}
