import { wallReply } from '../proxy/walls.ts';
import { type Behaviour, everywhere, page, reply, trickle } from './behaviour.ts';

function wall(product: string): Behaviour {
  return {
    name: `guarded-by-${product}`,
    yields: 'blocked',
    answer: everywhere(({ url }) => ({ kind: 'reply', reply: wallReply(product, url) })),
  };
}

function robots(name: string, yields: Behaviour['yields'], answer: Behaviour['answer']): Behaviour {
  return {
    name,
    yields,
    answer: (request) => (request.url.pathname === '/robots.txt' ? answer(request) : page('<p>政务公开</p>')),
  };
}

const text = { 'content-type': 'text/plain' };

/** Sites that block visitors or slow them down by rules. */
export const guards: readonly Behaviour[] = [
  ...['jsl', 'ruishu', 'aliyun', 'tencent', 'nsfocus'].map(wall),
  robots('closed-to-robots', 'robots', () => reply('User-agent: *\nDisallow: /\n', text)),
  robots('rules-never-come', 'read', () => ({ kind: 'hang' })),
  robots('rules-without-end', 'read', () => ({ kind: 'flood', bytes: 60 << 20 })),
  robots('rules-byte-by-byte', 'read', () => trickle('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n', () => '#', 50)),
  robots('asks-for-a-year-between-requests', 'read', () => reply('User-agent: *\nCrawl-delay: 31536000\n', text)),
  robots('rules-of-backtracking', 'read', () => reply(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}$\n`, text)),
];
