import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Secrets } from '../../src/config/secrets.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { rootOf } from '../../src/store/media.ts';
import { ownFolder, servicesOf } from '../../src/store/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'govprobe-services-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keys = { GOVPROBE_S3_KEY: 'id', GOVPROBE_S3_SECRET: 'hidden-key' };
const of = (environment: Record<string, string>) => servicesOf(Secrets.read(environment));

function refusal(environment: Record<string, string>): string {
  try {
    of(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const text = error instanceof UsageError ? error.message : '';
    expect(text).not.toMatch(/hidden-key|secret-word|\n/);
    return text;
  }
  throw new Error('nothing was refused');
}

describe('where a store lies', () => {
  test('is the data folder when nothing is set, or set to nothing', () => {
    expect(of({})).toEqual(ownFolder);
    expect(of({ GOVPROBE_DATABASE: '', GOVPROBE_EVIDENCE: '' })).toEqual(ownFolder);
    expect(rootOf('/data', null)).toBe('/data');
  });

  test('is a database, from a variable or from the file of secrets', () => {
    const url = 'postgres://gov:secret-word@db:5432/gov?sslmode=require';
    expect(of({ GOVPROBE_DATABASE: url }).database).toBe(url);
    const file = join(folder, 'secrets.json');
    writeFileSync(file, JSON.stringify({ GOVPROBE_DATABASE: url }), { mode: 0o600 });
    expect(of({ GOVPROBE_SECRETS: file }).database).toBe(url);
  });

  test('is a bucket, with its keys from the names of either kind', () => {
    const value = 's3://evidence/country/2026/?endpoint=https://s3.example.org:9000&region=cn-north-1';
    const expected = {
      kind: 'bucket',
      endpoint: 'https://s3.example.org:9000',
      bucket: 'evidence',
      prefix: 'country/2026/',
      region: 'cn-north-1',
      keyId: 'id',
      keySecret: 'hidden-key',
    } as const;
    expect(of({ GOVPROBE_EVIDENCE: value, ...keys }).evidence).toEqual(expected);
    const others = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'hidden-key' };
    expect(of({ GOVPROBE_EVIDENCE: value, ...others }).evidence).toEqual(expected);
    expect(rootOf('/data', expected)).toBe('s3://evidence/country/2026');
    expect(of({ GOVPROBE_EVIDENCE: 's3://abc?endpoint=http://127.0.0.1:9000', ...keys }).evidence).toMatchObject({
      prefix: '',
      region: 'us-east-1',
    });
  });

  test('is a folder that exists', () => {
    expect(of({ GOVPROBE_EVIDENCE: folder }).evidence).toEqual({ kind: 'folder', path: folder });
    expect(refusal({ GOVPROBE_EVIDENCE: join(folder, 'none') })).toContain('which is no folder');
    expect(refusal({ GOVPROBE_EVIDENCE: 'shared/folder' })).toContain('expected an absolute path');
  });

  test.each([
    ['mysql://gov:secret-word@db/gov', /^GOVPROBE_DATABASE is no address of a database; expected postgres:/],
    ['postgres://gov:secret-word@db', /expected postgres:/],
    ['postgres:///gov', /expected postgres:/],
    ['secret-word', /expected postgres:/],
  ])('refuses the database %s', (value, sentence) => {
    expect(refusal({ GOVPROBE_DATABASE: value })).toMatch(sentence);
  });

  test.each([
    ['s3://', /names no bucket/],
    ['s3://A_B?endpoint=https://h', /names no bucket/],
    ['s3://bucket/prefix', /has no endpoint/],
    ['s3://bucket?endpoint=ftp://h', /has no endpoint/],
    ['s3://bucket?endpoint=http://h', /expected https, or a loopback address/],
    ['s3://bucket?endpoint=https://h&acl=public', /has the parameter acl/],
    ['s3://id:hidden-key@bucket?endpoint=https://h', /holds a key/],
  ])('refuses the bucket %s', (value, sentence) => {
    expect(refusal({ GOVPROBE_EVIDENCE: value, ...keys })).toMatch(sentence);
  });

  test('refuses a bucket without its keys', () => {
    const value = 's3://bucket?endpoint=https://h';
    expect(refusal({ GOVPROBE_EVIDENCE: value })).toContain('GOVPROBE_S3_KEY or AWS_ACCESS_KEY_ID is not set');
    expect(refusal({ GOVPROBE_EVIDENCE: value, GOVPROBE_S3_KEY: 'id' })).toContain('GOVPROBE_S3_SECRET or');
  });
});
