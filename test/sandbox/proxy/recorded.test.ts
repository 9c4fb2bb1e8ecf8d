import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.ts';
import { startRecorded } from '../../../src/sandbox/sandbox.ts';
import { ask, tunnelAgent } from './visitor.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorded-'));
  await writeFile(join(folder, 'home.html'), '<title>首页</title>');
  await writeFile(join(folder, 'gbk.html'), Buffer.from([0xca, 0xd7, 0xd2, 0xb3]));
});
afterAll(() => rm(folder, { recursive: true }));

async function manifest(...lines: (object | string)[]): Promise<string> {
  const file = join(folder, 'manifest.jsonl');
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

describe('recorded pages', () => {
  test('stand at their addresses; nothing else can be reached', async () => {
    const sandbox = await startRecorded(
      await manifest({ url: 'http://www.a.gov.cn/', file: 'home.html' }, '', {
        url: 'https://www.b.gov.cn/x?y=1#top',
        file: 'gbk.html',
        status: 404,
        headers: { 'Content-Type': 'text/html; charset=gbk', 'Content-Length': '9' },
      }),
    );
    const get = (url: string): ReturnType<typeof ask> => ask(sandbox.proxyUrl, url);
    expect(sandbox.recordings).toHaveLength(2);
    const home = await get('http://www.a.gov.cn/');
    expect(home).toMatchObject({ status: 200, text: '<title>首页</title>' });
    expect(home.headers['content-type']).toBe('text/html');
    expect((await get('http://www.a.gov.cn/other')).headers['proxy-status']).toContain('connection_refused');
    expect((await get('http://www.c.gov.cn/')).headers['proxy-status']).toContain('dns_error');
    expect((await get('http://www.a.gov.cn/robots.txt')).status).toBe(404);

    const { agent } = tunnelAgent(sandbox.proxyUrl, sandbox.caCertificate);
    const secure = await request('https://www.b.gov.cn/x?y=1', { dispatcher: agent });
    expect(secure.statusCode).toBe(404);
    expect(secure.headers['content-type']).toBe('text/html; charset=gbk');
    expect(Buffer.from(await secure.body.arrayBuffer())).toEqual(Buffer.from([0xca, 0xd7, 0xd2, 0xb3]));
    await agent.close();
    await sandbox.close();
  });

  test.each([
    ['no JSON', 'line 2', '{"url":'],
    ['no address', 'line 2', { file: 'home.html' }],
    ['another scheme', 'line 2', { url: 'ftp://a.gov.cn/', file: 'home.html' }],
    ['a missing file', 'nowhere.html', { url: 'http://a.gov.cn/', file: 'nowhere.html' }],
    ['an unknown key', 'line 2', { url: 'http://a.gov.cn/', file: 'home.html', colour: 'red' }],
    ['a bad status', 'status', { url: 'http://a.gov.cn/', file: 'home.html', status: 7 }],
  ])('a line with %s is refused with its number', async (_, words, line) => {
    const start = startRecorded(await manifest({ url: 'http://www.a.gov.cn/', file: 'home.html' }, line));
    await expect(start).rejects.toThrow(UsageError);
    await expect(start).rejects.toThrow(words);
  });

  test('no manifest and an empty one are refused', async () => {
    await expect(startRecorded(join(folder, 'none.jsonl'))).rejects.toThrow(UsageError);
    await expect(startRecorded(await manifest(''))).rejects.toThrow(UsageError);
  });
});
