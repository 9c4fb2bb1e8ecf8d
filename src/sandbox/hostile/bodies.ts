import { type Behaviour, everywhere, raw, reply, trickle } from './behaviour.ts';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';
const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n`;

/** Replies whose body never ends, ends too early, or is missing. */
export const bodies: readonly Behaviour[] = [
  {
    name: 'body-byte-by-byte',
    yields: 'timeout-body',
    answer: everywhere(() => trickle(`${head}Content-Length: 100000\r\n\r\n<html>`, () => ' ', 50)),
  },
  {
    name: 'body-stops',
    yields: 'timeout-body',
    answer: everywhere(() => trickle(`${head}Content-Length: 100000\r\n\r\n<html>`, () => '', 1000)),
  },
  {
    name: 'body-cut-short',
    yields: 'read',
    partly: true,
    answer: everywhere(() => raw(`${head}Content-Length: 1000\r\n\r\n<html><body>半`)),
  },
  { name: 'chunks-cut-short', yields: 'read', partly: true, answer: everywhere(() => raw(`${chunked}1000\r\n<html>`)) },
  { name: 'bad-chunk-size', yields: 'reset', answer: everywhere(() => raw(`${chunked}zz\r\n<html>\r\n0\r\n\r\n`)) },
  {
    name: 'endless-page',
    yields: 'too-large',
    answer: everywhere(() => {
      const line = `<p>${'通知公告 '.repeat(5000)}</p>`;
      const chunk = `${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`;
      return trickle(chunked, () => chunk, 1);
    }),
  },
  {
    name: 'announces-a-terabyte',
    yields: 'too-large',
    answer: everywhere(() => trickle(`${head}Content-Length: 1099511627776\r\n\r\n<html>`, () => ' ', 100)),
  },
  { name: 'sixty-megabytes', yields: 'too-large', answer: everywhere(() => ({ kind: 'flood', bytes: 60 << 20 })) },
  { name: 'nothing', yields: 'empty', answer: everywhere(() => reply('')) },
  { name: 'only-spaces', yields: 'empty', answer: everywhere(() => reply(' \r\n\t \r\n')) },
  { name: 'no-content-status', yields: 'empty', answer: everywhere(() => raw('HTTP/1.1 204 No Content\r\n\r\n')) },
  {
    name: 'archive',
    yields: 'not-html',
    answer: everywhere(() => reply(Buffer.from('504b0304140000000800', 'hex'), { 'content-type': 'application/zip' })),
  },
  {
    name: 'program-called-html',
    yields: 'not-html',
    answer: everywhere(() => reply(Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0'), Buffer.alloc(100, 7)]))),
  },
  {
    name: 'picture',
    yields: 'not-html',
    answer: everywhere(() =>
      reply(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { 'content-type': 'image/png' }),
    ),
  },
];
