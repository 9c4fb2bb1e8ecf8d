import { type Behaviour, everywhere, page, reply } from './behaviour.ts';

const menu = '<ul><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul>';

function numberIn(url: URL): number {
  return Number(/\d+/.exec(url.search)?.[0] ?? 0);
}

/** Readable pages that trap a visitor without limits. */
export const mazes: readonly Behaviour[] = [
  {
    name: 'calendar',
    yields: 'read',
    answer: everywhere(({ url }) => {
      const month = numberIn(url);
      const days = Array.from(
        { length: 31 },
        (_, day) => `<a href="/zwgk/day?m=${month}&d=${day}">通知公告 ${day + 1}日</a>`,
      );
      return page(
        `${menu}<a href="/zwgk/?m=${month + 1}">下一页</a><a href="/zwgk/?m=${month - 1}">上一页</a>${days.join('')}`,
      );
    }),
  },
  {
    name: 'new-session-at-every-visit',
    yields: 'read',
    answer: everywhere(({ url }) => {
      const id = (numberIn(url) * 7919 + 104_729) % 1_000_003;
      return page(
        ['zwgk', 'hdjl', 'jact', 'search']
          .map((path) => `<a href="/${path}/;jsessionid=${id}?sid=${id}">政务公开 互动交流 信件 搜索</a>`)
          .join(''),
      );
    }),
  },
  {
    name: 'folders-without-end',
    yields: 'read',
    answer: everywhere(({ url }) =>
      page(`${menu}<a href="${url.pathname.slice(0, 1500)}zwgk/">政务公开 信息公开目录</a>`),
    ),
  },
  {
    name: 'thirty-five-thousand-links',
    yields: 'read',
    partly: true,
    answer: everywhere(() =>
      page(Array.from({ length: 35_000 }, (_, index) => `<a href=/zwgk/${index}>政务公开</a>`).join('')),
    ),
  },
  {
    name: 'deeply-nested',
    yields: 'read',
    partly: true,
    answer: everywhere(() => page(`${'<div>'.repeat(200_000)}${menu}`)),
  },
  {
    name: 'deeply-nested-links',
    yields: 'read',
    answer: everywhere(() => page('<a href="/x"><b>政务'.repeat(50_000))),
  },
  { name: 'one-long-line', yields: 'read', answer: everywhere(() => page(`${menu}<p>${'公'.repeat(1_200_000)}</p>`)) },
  {
    name: 'one-long-attribute',
    yields: 'read',
    answer: everywhere(() => page(`<a href="/${'a'.repeat(2_000_000)}" title="${'b'.repeat(1_000_000)}">搜索</a>`)),
  },
  {
    name: 'spaces-for-patterns',
    yields: 'read',
    answer: everywhere(() => page(`<p>${' \t'.repeat(800_000)}x</p><p>${'20'.repeat(300_000)}</p>`)),
  },
  {
    name: 'brackets-for-patterns',
    yields: 'read',
    answer: everywhere(() =>
      page(`<script>var a="${"('".repeat(300_000)}";${'/*'.repeat(100_000)}</script>${'<a <a '.repeat(100_000)}`),
    ),
  },
  {
    name: 'frames-in-frames',
    yields: 'read',
    answer: everywhere(({ url }) =>
      page(`<iframe src="/header?n=${numberIn(url) + 1}"></iframe><iframe src="/top?n=${numberIn(url) + 1}"></iframe>`),
    ),
  },
  {
    name: 'scripts-that-write-scripts',
    yields: 'read',
    answer: everywhere(({ url }) =>
      url.pathname.endsWith('.js')
        ? reply(`document.write('<script src="/header${numberIn(url) + 1}.js?n=${numberIn(url) + 1}"><\\/script>')`, {
            'content-type': 'text/javascript',
          })
        : page(`<div id="header"><script src="/header.js?n=0"></script></div>${menu}`),
    ),
  },
  {
    name: 'base-at-loopback',
    yields: 'read',
    answer: everywhere(() => page(`${menu}<a href="search">智能搜索</a>`, '<base href="http://127.0.0.1:8118/">')),
  },
  {
    name: 'links-to-everywhere-inside',
    yields: 'read',
    answer: everywhere(() =>
      page(
        [
          'http://localhost/',
          'http://10.0.0.1/',
          'http://[::1]/',
          'http://2130706433/',
          'ftp://x/',
          'http://169.254.169.254/',
        ]
          .map(
            (to) =>
              `<a href="${to}zwgk">政务公开</a><a href="${to}search">智能搜索</a><iframe src="${to}"></iframe><script src="${to}header.js"></script>`,
          )
          .join(''),
      ),
    ),
  },
  {
    name: 'unknown-charset',
    yields: 'read',
    answer: everywhere(() => reply(`<meta charset="x-none">${menu}`, { 'content-type': 'text/html; charset=klingon' })),
  },
  {
    name: 'broken-utf-16',
    yields: 'read',
    answer: everywhere(() =>
      reply(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(menu, 'utf16le').subarray(1)]), {
        'content-type': 'text/html',
      }),
    ),
  },
  {
    name: 'escape-sequences',
    yields: 'read',
    answer: everywhere(() =>
      page(`<h1>\u001b]0;owned\u0007\u001b[2J\u202e${menu}</h1><a href="/zwgk/\u001b[31m">\u001b[31m政务公开</a>`),
    ),
  },
  {
    name: 'climbs-out-of-folders',
    yields: 'read',
    answer: everywhere(() =>
      reply(menu, {
        'content-type': 'text/html',
        'content-disposition': 'attachment; filename="../../../../etc/cron.d/x"',
      }),
    ),
  },
  {
    name: 'deep-json',
    yields: 'read',
    answer: everywhere(() =>
      reply(`${'['.repeat(200_000)}${']'.repeat(200_000)}`, { 'content-type': 'application/json' }),
    ),
  },
  { name: 'same-page-everywhere', yields: 'read', answer: everywhere(() => page(`${menu}<p>欢迎访问</p>`)) },
];
