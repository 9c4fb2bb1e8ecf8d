import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { Bucket, BucketFailure } from '../../../src/store/bucket/bucket.ts';
import { EvidenceBucket } from '../../../src/store/bucket/evidence-bucket.ts';
import { PageBucket } from '../../../src/store/bucket/page-bucket.ts';
import { evidenceKey, hashOf } from '../../../src/store/evidence-names.ts';
import { packPage, unpackPage } from '../../../src/store/packed-pages.ts';
import { startBucket, type TestBucket } from '../../s3.ts';

let server: TestBucket;
let bucket: Bucket;
let evidence: EvidenceBucket;
beforeEach(async () => {
  server = await startBucket();
  bucket = new Bucket(server.place, 5);
  evidence = new EvidenceBucket(bucket);
});
afterEach(() => server.close());

const day = 24 * 3_600_000;
const page = (title: string) => ({ url: 'http://a.gov.cn/', kind: 'html', title });
const kept = (title: string) => new Map([['a', packPage(page(title))]]);

describe('evidence in a bucket', () => {
  test('comes back under its hash, small and large, and is written once', async () => {
    for (const bytes of [Buffer.from('证据'), Buffer.alloc(0), Buffer.alloc(600_000, 'x')]) {
      const hash = await evidence.put(bytes);
      expect(hash).toBe(hashOf(bytes));
      expect(await evidence.get(hash)).toEqual(bytes);
      expect(await evidence.has(hash)).toBe(true);
      expect(await evidence.size(hash)).toBeGreaterThan(0);
    }
    const before = server.requests.filter((line) => line.startsWith('PUT')).length;
    // Another machine finds it there.
    await new EvidenceBucket(bucket).put(Buffer.from('证据'));
    expect(server.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(before);
    expect(server.requests).toContain(`PUT /evidence/country/${evidenceKey(hashOf(Buffer.from('证据')))}`);
  });

  test('is not there when it was never stored, or the name is no hash', async () => {
    const none = hashOf(Buffer.from('none'));
    for (const hash of [none, '../../passwd', '']) {
      expect(await evidence.get(hash)).toBeNull();
      expect(await evidence.has(hash)).toBe(false);
    }
    expect(await evidence.size(none)).toBeNull();
  });

  test('that was changed is as good as none, and becomes whole again', async () => {
    const [bytes, other] = [Buffer.from('what was seen'), Buffer.from('something else')];
    const [hash, wrong] = [await evidence.put(bytes), await evidence.put(other)];
    await bucket.put(evidenceKey(hash), (await bucket.get(evidenceKey(wrong))) ?? Buffer.alloc(0));
    expect(await evidence.get(hash)).toBeNull();
    await bucket.put(evidenceKey(hash), Buffer.from('no archive'));
    expect(await evidence.get(hash)).toBeNull();
    await evidence.replace(bytes, hash);
    expect(await evidence.get(hash)).toEqual(bytes);
  });

  test('that nothing refers to goes after a day, and other things of the bucket stay', async () => {
    const [kept, gone] = [await evidence.put(Buffer.from('kept')), await evidence.put(Buffer.from('gone'))];
    await bucket.put('evidence/note.txt', Buffer.from('of somebody else'));
    expect(await evidence.sweep(new Set([kept]), Date.now(), true)).toEqual({ files: 0, bytes: 0 });
    const tomorrow = Date.now() + 2 * day;
    const size = await evidence.size(gone);
    expect(await evidence.sweep(new Set([kept]), tomorrow, false)).toEqual({ files: 1, bytes: size });
    expect(await evidence.has(gone)).toBe(true);
    expect(await evidence.sweep(new Set([kept]), tomorrow, true)).toEqual({ files: 1, bytes: size });
    expect(await evidence.get(gone)).toBeNull();
    expect(await evidence.get(kept)).not.toBeNull();
    expect(await bucket.get('evidence/note.txt')).not.toBeNull();
    expect(await evidence.remove([kept, gone, 'none'], Date.now(), true)).toEqual({ files: 0, bytes: 0, young: 1 });
    expect(await evidence.remove([kept], tomorrow, true)).toMatchObject({ files: 1, young: 0 });
    expect(await evidence.get(kept)).toBeNull();
  });

  test('is found in listings of more than one answer', async () => {
    const asked: URLSearchParams[] = [];
    // The server of the tests gives no second answer, so it is given here, as S3 words it.
    server.interfere = (request, response) => {
      const { searchParams } = new URL(request.url ?? '', server.place.endpoint);
      asked.push(searchParams);
      const isFirst = searchParams.get('continuation-token') === null;
      const contents = (isFirst ? ['a', 'b'] : ['c']).map(
        (name) => `<Contents><Key>country/many/${name}</Key><LastModified>2026-11-29T08:00:00.000Z</LastModified>
          <Size>7</Size><ETag>&quot;e&quot;</ETag><StorageClass>STANDARD</StorageClass></Contents>`,
      );
      const next = '<IsTruncated>true</IsTruncated><NextContinuationToken>to/ken+=</NextContinuationToken>';
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0" encoding="UTF-8"?>
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>evidence</Name>
        ${isFirst ? next : '<IsTruncated>false</IsTruncated>'}${contents.join('')}</ListBucketResult>`);
      return true;
    };
    const found: unknown[] = [];
    for await (const object of bucket.list('many/', 2)) found.push(object);
    const modified = Date.parse('2026-11-29T08:00:00.000Z');
    expect(found).toEqual(['a', 'b', 'c'].map((name) => ({ key: `many/${name}`, size: 7, modified })));
    expect(asked.map((query) => query.get('continuation-token'))).toEqual([null, 'to/ken+=']);
    expect(asked.map((query) => query.get('prefix'))).toEqual(['country/many/', 'country/many/']);
  });
});

describe('a server that fails', () => {
  test('for a moment is asked again', async () => {
    let failures = 0;
    server.interfere = (_, response) => {
      if (++failures > 3) return false;
      if (failures === 1) response.destroy();
      else response.writeHead(failures === 2 ? 503 : 429).end();
      return true;
    };
    const hash = await evidence.put(Buffer.from('patience'));
    expect(failures).toBeGreaterThan(3);
    server.interfere = null;
    expect((await evidence.get(hash))?.toString()).toBe('patience');
  });

  test('for good is a failure that names place and reason, and no key', async () => {
    server.interfere = (_, response) => {
      response.writeHead(500).end('<Error><Code>InternalError</Code></Error>');
      return true;
    };
    await expect(evidence.put(Buffer.from('x'))).rejects.toThrow(BucketFailure);
    await expect(evidence.get('a'.repeat(64))).rejects.toThrow(
      /^the evidence store s3:\/\/evidence\/country at http:\/\/127\.0\.0\.1:\d+ answers 500/,
    );
    server.interfere = (_, response) => {
      response.writeHead(403).end();
      return true;
    };
    const before = server.requests.length;
    await expect(evidence.has('a'.repeat(64))).rejects.toThrow(/answers 403/);
    expect(server.requests).toHaveLength(before + 1);
  });

  test('that is not there is a failure too', async () => {
    const gone = new Bucket({ ...server.place, endpoint: 'http://127.0.0.1:9' }, 1);
    await expect(gone.get('x')).rejects.toThrow(/cannot be reached/);
    await expect(gone.check()).rejects.toThrow(UsageError);
    await expect(new Bucket({ ...server.place, bucket: 'elsewhere' }, 1).check()).rejects.toThrow(/does not exist/);
    await expect(bucket.check()).resolves.toBeUndefined();
  });
});

describe('pages that are kept in a bucket', () => {
  test('come back, the newest only, and not when they were read otherwise', async () => {
    const pages = new PageBucket(bucket);
    await pages.write('510100', 'r1', kept('旧'));
    await pages.write('510100', 'r1', kept('新'));
    const found = (await pages.read('510100', 'r1'))?.find('a') ?? null;
    expect(found && unpackPage(found)).toEqual(page('新'));
    expect(await pages.read('510100', 'r2')).toBeNull();
    expect(await pages.read('510300', 'r1')).toBeNull();
  });

  test('are left out while the server fails: everything is read anew', async () => {
    const pages = new PageBucket(bucket);
    await pages.write('510100', 'r1', kept('a'));
    server.interfere = (_, response) => {
      response.writeHead(500).end();
      return true;
    };
    expect(await pages.read('510100', 'r1')).toBeNull();
  });
});
