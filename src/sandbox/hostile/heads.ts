import { type Behaviour, everywhere, raw, reply, trickle } from './behaviour.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const body = '<p>政务公开</p>';

/** Replies that fail before their body begins. */
export const heads: readonly Behaviour[] = [
  { name: 'mail-server', yields: 'not-html', answer: everywhere(() => raw('220 mail ready\r\n')) },
  { name: 'no-head-at-all', yields: 'not-html', answer: everywhere(() => raw('<html><body>直接输出</body></html>')) },
  { name: 'half-a-head', yields: 'reset', answer: everywhere(() => raw('HTTP/1.1 200 OK\r\nContent-Ty')) },
  {
    name: 'head-byte-by-byte',
    yields: 'timeout-first-byte',
    answer: everywhere(() => trickle('HTTP/1.1 200 OK\r\nX-Slow: ', () => 'a', 50)),
  },
  {
    name: 'endless-early-hints',
    yields: 'timeout-first-byte',
    answer: everywhere(() => trickle('', () => 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n', 20)),
  },
  {
    name: 'one-huge-header',
    yields: 'too-large',
    answer: everywhere(() => raw(`${ok}X-Large: ${'a'.repeat(500_000)}\r\n\r\n${body}`)),
  },
  {
    name: 'ten-thousand-headers',
    yields: 'too-large',
    answer: everywhere(() => raw(`${ok}${'Set-Cookie: a=b; path=/\r\n'.repeat(10_000)}\r\n${body}`)),
  },
  {
    name: 'control-characters-in-header',
    yields: 'not-html',
    answer: everywhere(() => raw(`HTTP/1.1 200 OK\r\nX-Bad: a\0b\r\n\r\n${body}`)),
  },
  {
    name: 'length-is-no-number',
    yields: 'read',
    answer: everywhere(() => raw(`${ok}Content-Length: many\r\n\r\n${body}`)),
  },
  {
    name: 'two-lengths',
    yields: 'not-html',
    answer: everywhere(() => raw(`${ok}Content-Length: 5\r\nContent-Length: 500\r\n\r\n${body}`)),
  },
  {
    name: 'negative-length',
    yields: 'read',
    answer: everywhere(() => raw(`${ok}Content-Length: -1\r\n\r\n${body}`)),
  },
  {
    name: 'length-beyond-numbers',
    yields: 'read',
    answer: everywhere(() => raw(`${ok}Content-Length: 99999999999999999999999999\r\n\r\n${body}`)),
  },
  { name: 'not-modified-unasked', yields: 'http-4xx', answer: everywhere(() => reply('', {}, 304)) },
  { name: 'unknown-status', yields: 'http-5xx', answer: everywhere(() => reply(body, {}, 999)) },
  {
    name: 'wants-password',
    yields: 'http-4xx',
    answer: everywhere(() => reply('', { 'www-authenticate': 'Basic realm="x"' }, 401)),
  },
  { name: 'forbidden', yields: 'http-4xx', answer: everywhere(() => reply('<h1>403</h1>', {}, 403)) },
  { name: 'gone', yields: 'http-4xx', answer: everywhere(() => reply('<h1>404</h1>', {}, 404)) },
  {
    name: 'too-many-requests',
    yields: 'http-4xx',
    answer: everywhere(() => reply('slow down', { 'retry-after': '86400' }, 429)),
  },
  { name: 'internal-error', yields: 'http-5xx', answer: everywhere(() => reply('<h1>500</h1>', {}, 500)) },
  {
    name: 'unavailable-for-a-day',
    yields: 'http-5xx',
    answer: everywhere(() => reply('down', { 'retry-after': '86400' }, 503)),
  },
];
