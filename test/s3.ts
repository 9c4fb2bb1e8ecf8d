import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { BucketPlace } from '../src/store/services.ts';

/** An S3 server on the loopback address, with one bucket. */
export interface TestBucket {
  readonly place: BucketPlace;
  /** The value of `GOVPROBE_EVIDENCE`, and the keys that go with it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Requests that have come, as `PUT /bucket/key`. */
  readonly requests: readonly string[];
  /** Answers requests in the server's place where it returns true. */
  interfere: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  close(): Promise<void>;
}

export async function startBucket(prefix = 'country/'): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'govprobe-s3-'));
  const store = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, resetOnClose: true });
  await store.configureBuckets();
  const answer = store.callback();
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (!(bucket.interfere?.(request, response) ?? false)) answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bucket: TestBucket = {
    // The server knows this one pair of keys.
    place: {
      ...{ kind: 'bucket', endpoint, bucket: 'evidence', prefix, region: 'us-east-1' },
      ...{ keyId: 'S3RVER', keySecret: 'S3RVER' },
    },
    environment: {
      GOVPROBE_EVIDENCE: `s3://evidence/${prefix}?endpoint=${endpoint}`,
      GOVPROBE_S3_KEY: 'S3RVER',
      GOVPROBE_S3_SECRET: 'S3RVER',
    },
    requests,
    interfere: null,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await fetch(`${endpoint}/evidence`, { method: 'PUT' });
  requests.length = 0;
  return bucket;
}
