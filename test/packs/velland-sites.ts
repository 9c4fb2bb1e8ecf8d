import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Government } from '../../src/model/government.ts';

/** Facts that a government of the invented country shows; all by default. */
export interface Shows {
  /** False: the servers close every connection. */
  readonly awake?: boolean;
  readonly privacy?: boolean;
  readonly search?: boolean;
  readonly lettersLate?: number;
  readonly asked?: boolean;
}

const dayLength = 86_400_000;

function daysAgo(days: number): string {
  return new Date(Date.now() - days * dayLength).toISOString().slice(0, 10);
}

const matters = ['Boat licence', 'Well permit', 'Peat cutting permit', 'Market pass', 'Mill deed', 'Ferry token'];

function document(name: string, title: string, main: string, shows: Shows): string {
  const menu = [
    ['/', 'Home'],
    ['/talk/', 'Talk to us'],
    ['/guides/', 'Guides to matters'],
    ['/letters/', 'Answered letters'],
    ...(shows.asked === false ? [] : [['/asked/', 'Often asked']]),
    ['/bylaws/', 'Bylaws'],
    ['/news/', 'News'],
    ['/people/', 'People'],
    ['/weather/', 'Weather'],
    ['/map/', 'Map of this site'],
  ];
  const links = menu.map(([url, label]) => `<li><a href="${url}">${label}</a></li>`).join('');
  const find =
    shows.search === false
      ? ''
      : '<form action="/finderly" method="get"><input name="q" placeholder="find"><button>Find</button></form>';
  const promise = shows.privacy === false ? '' : '<a href="/privacy/">Privacy promise</a>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - ${name} Council</title></head><body>
<header class="header"><h1>${name} Council</h1>${find}<nav class="nav"><ul>${links}</ul></nav></header>
<main>${main}</main>
<footer class="footer">${promise} <p>Kept by the council of ${name}. All rights with the people.</p></footer></body></html>`;
}

function list(items: readonly (readonly [url: string, label: string, day?: string])[]): string {
  const rows = items.map(([url, label, day]) => `<li><a href="${url}">${label}</a> <span>${day ?? ''}</span></li>`);
  return `<ul>${rows.join('')}</ul>`;
}

/** A page of the portal by path; null if there is none. */
function portalPage(path: string, query: URLSearchParams, government: Government, shows: Shows): string | null {
  const { name } = government;
  const [short = name] = name.split(' ');
  const page = (title: string, main: string) => document(name, title, main, shows);
  const late = shows.lettersLate ?? 1;
  const guide = /^\/guides\/(\d)\.html$/u.exec(path)?.[1];
  if (guide !== undefined) {
    const title = matters[Number(guide)] ?? '';
    return page(
      title,
      `<h2>${title}</h2><h3>Who may ask</h3><p>Whoever lives in ${name}.</p><h3>What to bring</h3><p>A letter from a neighbour.</p>
<h3>How it goes</h3><p>Ask, wait, collect.</p><h3>How long it takes</h3><p>Seven days.</p>${
        Number(guide) % 2 === 0
          ? '<h3>What it costs</h3><p>Two marks.</p><h3>Where to go</h3><p>The desk, 1 Mill Lane.</p>'
          : ''
      }`,
    );
  }
  const letter = /^\/letters\/(\d)\.html$/u.exec(path)?.[1];
  if (letter !== undefined) {
    const waited = Number(letter) < late ? 60 : 4;
    return page(
      `Letter ${letter}`,
      `<h2>Letter about lamp ${letter}</h2><table><tr><td>Came in</td><td>${daysAgo(100)}</td></tr><tr><td>What was asked</td>
<td>When will lamp ${letter} in the lane be lit?</td></tr><tr><td>Answered on</td><td>${daysAgo(100 - waited)}</td></tr>
<tr><td>Our answer</td><td>The lamp was mended and is lit every evening.</td></tr></table>`,
    );
  }
  const news = /^\/news\/(\d)$/u.exec(path)?.[1];
  if (news !== undefined) return page('News', `<h2>The council celebrates day ${news}</h2><p>There was cake.</p>`);
  switch (path) {
    case '/':
      return page(
        'Home',
        `<h2>Welcome to ${short}</h2>${list([
          [government.sites.service?.url ?? '/', 'The desk'],
          ...(government.sites['open-data'] ? [[government.sites['open-data'].url, 'Open barn'] as const] : []),
          ['/easy/', 'Easy reading'],
        ])}<p>The council of ${name} looks after lanes, lamps, mills and ferries, and answers whoever writes to it.</p>`,
      );
    case '/talk/':
      return page(
        'Talk to us',
        list([
          ['/talk/reeve/', 'Reeve&#39;s letterbox'],
          ['/talk/grumbles/', 'Grumble box'],
          ['/talk/bell/', 'Shire bell'],
        ]),
      );
    case '/talk/reeve/':
    case '/talk/grumbles/':
      return page(
        path === '/talk/reeve/' ? 'Reeve&#39;s letterbox' : 'Grumble box',
        '<form method="post" action="/talk/send"><label>Your name <input name="name"></label><label>Your message <textarea name="message"></textarea></label><button>Send</button></form>',
      );
    case '/talk/bell/':
      return page('Shire bell', `<p>Ring 7701 by day, or write to bell@${short.toLowerCase()}.vell.example.</p>`);
    case '/guides/':
      return page('Guides to matters', list(matters.map((title, index) => [`/guides/${index}.html`, title] as const)));
    case '/letters/':
      return page(
        'Answered letters',
        list([0, 1, 2, 3, 4, 5].map((n) => [`/letters/${n}.html`, `Letter about lamp ${n}`, daysAgo(90)] as const)),
      );
    case '/asked/':
      return shows.asked === false
        ? null
        : page(
            'Often asked',
            list([1, 2, 3, 4, 5].map((n) => [`/asked/${n}.html`, `May I moor ${n} boats here?`, daysAgo(10 * n)])),
          );
    case '/privacy/':
      return shows.privacy === false
        ? null
        : page(
            'Privacy promise',
            `<h2>Privacy promise</h2><p>This promise is about you and your privacy at the counter of ${name}.</p>
<p>We note down your name and your lane when you ask for something, and nothing else about you.</p><p>We use it to answer you and for no other end.</p>
<p>Nobody else is given it, save where a court orders so.</p><p>We keep it for two years, locked in the tower.</p>
<p>You may ask what we hold and have it struck out. Write to the clerk at 1 Mill Lane.</p>`,
          );
    case '/easy/':
      return page(
        'Easy reading',
        '<h2>Easy reading</h2><button>Larger</button><button>Plainer</button><button>Louder</button>',
      );
    case '/bylaws/':
      return page('Bylaws', list([['/bylaws/1.html', 'Lamp bylaw', daysAgo(300)]]));
    case '/bylaws/1.html':
      return page('Lamp bylaw', '<h2>Lamp bylaw</h2><p>Every lane has a lamp.</p>');
    case '/news/':
      return page('News', list([1, 2, 3].map((n) => [`/news/${n}`, `The council celebrates day ${n}`, daysAgo(n)])));
    case '/people/':
    case '/weather/':
      return page(path === '/people/' ? 'People' : 'Weather', '<p>Fair, for the time of year.</p>');
    case '/map/':
      return page(
        'Map of this site',
        list([
          ['/talk/', 'Talk to us'],
          ['/guides/', 'Guides to matters'],
        ]),
      );
    case '/finderly': {
      const word = (query.get('q') ?? '').toLowerCase();
      const [first = ''] = word.split(' ');
      const hits = matters.flatMap((title, n) =>
        word !== '' && title.toLowerCase().includes(first) ? [[`/guides/${n}.html`, title] as const] : [],
      );
      if (shows.search === false) return null;
      return page(
        'Finder',
        `<p>${hits.length === 0 ? 'Nothing found.' : `${hits.length} matters found`}</p>${list(hits)}`,
      );
    }
    default:
      return null;
  }
}

function deskPage(path: string, government: Government, shows: Shows): string | null {
  return path === '/'
    ? document(government.name, 'The desk', '<h2>The desk</h2><p>Matters are taken in by day.</p>', shows)
    : null;
}

function barnPage(path: string, government: Government): string | null {
  const page = (title: string, main: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Open barn of ${government.name}</title></head><body class="openbarn-root">
<nav class="nav"><a href="/">Home</a> <a href="/barrels/">Barrels</a> <a href="/doors/">Doors</a> <a href="/harvests/">Harvests</a></nav><main>${main}</main></body></html>`;
  const barrel = /^\/barrels\/(\d)$/u.exec(path)?.[1];
  if (barrel !== undefined)
    return page(
      `Barrel ${barrel}`,
      `<h2>Lamps of lane ${barrel}</h2><table><tr><td>Kept by</td><td>Office of lamps</td></tr><tr><td>Format</td><td>CSV</td></tr><tr><td>Rows</td><td>120</td></tr>
<tr><td>Last filled</td><td>${daysAgo(20)}</td></tr></table><a href="/files/${barrel}.csv">CSV</a>`,
    );
  switch (path) {
    case '/':
      return page('Open barn', '<h2>Open barn</h2><p>Barrels: 42</p><p>Doors: 7</p><p>Harvests: 3</p>');
    case '/barrels/':
      return page(
        'Barrels',
        `<p>42 barrels in all</p>${[1, 2, 3, 4, 5]
          .map(
            (n) =>
              `<div><a href="/barrels/${n}">Lamps of lane ${n}</a> <span>Format: CSV</span> <span>Last filled: ${daysAgo(20)}</span></div>`,
          )
          .join('')}`,
      );
    case '/doors/':
      return page('Doors', '<p>7 doors in all</p><div>Door address: /v1/lamps <span>Calls: 12</span></div>');
    case '/harvests/':
      return page('Harvests', '<p>3 harvests in all</p>');
    default:
      return null;
  }
}

/** Serves the invented country through a proxy on loopback. */
export async function startVelland(
  governments: readonly Government[],
  shows: Readonly<Record<string, Shows>>,
): Promise<{ readonly proxy: URL; readonly asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://nobody.example');
    const government = governments.find(({ pinyin }) => url.hostname.endsWith(`${pinyin}.vell.example`));
    if (government === undefined) return void response.writeHead(404).end();
    const shown = shows[government.code] ?? {};
    if (shown.awake === false) return void request.socket.destroy();
    asked.push(request.headers['accept-language'] ?? '');
    const [site] = url.hostname.split('.');
    const html =
      site === 'www'
        ? portalPage(url.pathname, url.searchParams, government, shown)
        : site === 'desk'
          ? deskPage(url.pathname, government, shown)
          : government.sites['open-data']
            ? barnPage(url.pathname, government)
            : null;
    if (html !== null) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    response
      .writeHead(404, { 'content-type': 'text/html' })
      .end('<title>No such page</title><p>There is no such page.</p>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: new URL(`http://127.0.0.1:${port}`),
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
