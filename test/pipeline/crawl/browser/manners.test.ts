import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { inspect } from '../../../../src/pipeline/crawl/browser/inspect.ts';
import { interact } from '../../../../src/pipeline/crawl/browser/interact.ts';
import type { Interaction, Step } from '../../../../src/pipeline/crawl/browser/interaction.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { Hosts } from '../../../../src/pipeline/crawl/http/hosts.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = quickSettings();
const shipped = knowledge().questions;
const questions = { ...shipped, patience: { ...shipped.patience, answer: 900, 'quiet-unseen': 200, unanswered: 2 } };

const log = '<div class="msg-list"><div>您好，我是智能客服</div></div>';
const row = (label: string, field: string): string => `<tr><th>${label}</th><td>${field}</td></tr>`;
const letter = `<form method="post" action="/mailbox"><table>${row('姓名', '<input name="name">')}${row('电话', '<input name="tel">')}
${row('标题', '<input name="title">')}${row('内容', '<textarea name="content" placeholder="请输入您要咨询的问题"></textarea>')}</table><button>发送</button></form>`;

const pages: Record<string, string> = {
  // A robot that is nowhere to be seen, and boxes that are none.
  '/search-only': `<h1>智能问答</h1><form action="/private/search"><input name="q" placeholder="请输入关键字"><button>搜索</button></form>`,
  '/search-sends': `<div class="search-box"><input placeholder="请输入您的问题"><button onclick="location='/private/search?q='+encodeURIComponent(this.previousSibling.value)">发送</button></div>`,
  '/mailbox-form': `<h1>智能问答</h1>${letter}`,
  '/short-letter': `<title>市长信箱</title><h1>我要写信</h1><form method="post" action="/mailbox"><textarea placeholder="请输入您的问题"></textarea><input type="submit" value="发送"></form>`,
  '/log-in': `<form method="post" action="/mailbox"><input name="user" placeholder="想咨询请登录"><input type="password"><button>发送</button></form>`,
  '/chat-and-letter': `${letter}<div class="chat">${log}<input id="t" placeholder="请输入您的问题"><span onclick="go()">发送</span></div>
<script>function go(){var b=document.getElementById('t'),q=b.value;b.value='';fetch('/answer?q='+encodeURIComponent(q)).then(function(r){return r.text()}).then(function(t){var d=document.createElement('p');d.textContent=t;document.querySelector('.msg-list').append(d)})}</script>`,
  '/forbidden-answers': `<div class="chat">${log}<textarea id="t" placeholder="请输入您的问题"></textarea><button onclick="fetch('/private/answer?q='+encodeURIComponent(document.getElementById('t').value))">发送</button></div>`,
  '/posting-robot': `<title>智能问答</title><form method="post" action="/mailbox"><textarea placeholder="请输入您的问题"></textarea><button>发送</button></form>`,
  '/widget': `<form action="/private/search"><input placeholder="请输入关键字"><button>搜索</button></form>
<span onclick="document.getElementById('w').style.display='block'">智能客服</span><div id="w" style="display:none"><div class="dialog-list"></div><input placeholder="请输入"><button onclick="document.querySelector('.dialog-list').append('办理指南在此，请查看')">发送</button></div>`,
  '/box': `<form action="/private/search"><input name="w" placeholder="请输入搜索词"><button>搜索</button></form>`,
  '/hop': `<form action="/hops-away"><input name="w" placeholder="请输入搜索词"><button>搜索</button></form>`,
  '/asks-privately': `<p>甲</p><script src="/private/code.js"></script><script>fetch('/private/data.json');fetch('/open.json')</script>`,
  '/frames-privately': `<p>甲</p><iframe src="/private/frame"></iframe>`,
  '/endless': `<p>甲</p><script>var n=0;setInterval(function(){for(var i=0;i<20;i++)fetch('/open.json?'+n++).catch(function(){})},10)</script>`,
  '/busy': `<p>甲</p>${Array.from({ length: 12 }, (_, index) => `<script src="/slow-${index}.js"></script>`).join('')}`,
  '/frames-moved': `<p>甲</p><iframe src="/moved"></iframe>`,
  '/control': `<button onclick="location.href='/private/mode'">大字模式</button><p>${'政务公开 '.repeat(40)}</p>`,
  '/download-robot': `<div class="chat">${log}<textarea placeholder="请输入您的问题"></textarea><button onclick="location.href='/file.zip'">发送</button></div>`,
};

describe.skipIf(chromium === null)(
  'manners of the browser (skipped where no Chromium is found)',
  { timeout: 60_000 },
  () => {
    let site: LocalSite;
    const asked: string[] = [];
    const agents = new Set<string>();
    const starts: number[] = [];
    let under = 0;
    let most = 0;
    const hosts = new Hosts({ connections: 2, pause: 0 });
    const turns: string[] = [];

    beforeAll(async () => {
      const answer: RequestListener = (request, response) => {
        const url = new URL(request.url ?? '/', 'http://x');
        asked.push(`${request.method} ${url.pathname}`);
        agents.add(request.headers['user-agent'] ?? '');
        starts.push(performance.now());
        under += 1;
        most = Math.max(most, under);
        response.once('close', () => {
          under -= 1;
        });
        response.setHeader('content-type', 'text/html; charset=utf-8');
        const page = pages[url.pathname];
        if (url.pathname === '/answer') response.end(`回答：${url.searchParams.get('q')}的办理指南在此`);
        else if (url.pathname.startsWith('/slow-')) setTimeout(() => response.end('1'), 40);
        else if (url.pathname === '/hops-away') response.writeHead(302, { location: '/private/found' }).end();
        else if (url.pathname === '/moved') response.writeHead(302, { location: '/box' }).end();
        else if (url.pathname === '/file.zip') response.setHeader('content-disposition', 'attachment').end('PK');
        else response.writeHead(page === undefined ? 404 : 200).end(page ?? '{}');
      };
      site = await openLocalSite(answer, {
        chromium,
        settings,
        manners: {
          allows: async (url) => !url.pathname.startsWith('/private/'),
          turn: async (host) => {
            turns.push(host);
            await hosts.turn(host);
          },
          connect: (host, giveUp) => hosts.connect(host, giveUp),
        },
      });
    });
    afterAll(() => site?.close(), 30_000);
    beforeEach(() => {
      asked.length = 0;
      turns.length = 0;
      most = 0;
    });

    function run(path: string, change: Partial<Interaction> = {}): Promise<Step[]> {
      const texts = ['一号问题怎么办', '二号问题怎么办'];
      const interaction: Interaction = {
        script: 'chat',
        hints: {},
        questions: texts.map((text, index) => ({ id: `q${index + 1}`, text })),
        probe: 'smart-qa',
        ...change,
      };
      return interact(`${site.base}${path}`, interaction, { browser: site.browser, settings, questions, time: 15_000 });
    }
    const ids = (steps: readonly Step[]): string[] => steps.map(({ question }) => question.id);
    const forbidden = (): string[] => asked.filter((one) => / \/private\//u.test(one) || one.startsWith('POST'));

    test.each(['/search-only', '/search-sends', '/mailbox-form', '/short-letter', '/log-in'])(
      'types nothing into %s and says so',
      async (path) => {
        const steps = await run(path);
        expect(ids(steps)).toEqual(['opening']);
        expect(steps[0]?.outcome).toMatchObject({ ok: true, remark: expect.stringContaining('nothing was typed') });
        expect(forbidden()).toEqual([]);
      },
    );

    test('types into the conversation beside a letter', async () => {
      const steps = await run('/chat-and-letter');
      expect(ids(steps)).toEqual(['opening', 'q1', 'q2']);
      expect(steps[2]?.outcome.body?.toString('utf8')).toContain('回答：二号问题怎么办');
      expect(forbidden()).toEqual([]);
    });

    test('types into the widget that the entry opened, not into the search box beside it', async () => {
      const steps = await run('/widget', { hints: { click: '智能客服' } });
      expect(ids(steps)).toEqual(['opening', 'q1', 'q2']);
      expect(forbidden()).toEqual([]);
    });

    test('sends no question where robots.txt forbids its answer, and says so', async () => {
      const steps = await run('/forbidden-answers');
      expect(ids(steps)).toEqual(['opening', 'q1']);
      expect(steps[1]?.outcome).toMatchObject({ ok: false, failure: 'robots' });
      expect(forbidden()).toEqual([]);
    });

    test('posts no form to another page', async () => {
      await run('/posting-robot');
      expect(forbidden()).toEqual([]);
    });

    test('outlasts a robot whose answer is a download', async () => {
      expect(ids(await run('/download-robot'))[0]).toBe('opening');
      expect(forbidden()).toEqual([]);
    });

    test.each(['/box', '/hop'])(
      'a search word goes nowhere that robots.txt forbids, not by a redirect either: %s',
      async (path) => {
        const steps = await run(path, { script: 'search', hints: { field: 'w' } });
        expect(steps.map(({ outcome }) => outcome.ok === false && outcome.failure)).toEqual(['robots']);
        expect(forbidden()).toEqual([]);
      },
    );

    test('an address that robots.txt forbids is not opened', async () => {
      expect(await render(`${site.base}/private/page`, site.browser, settings)).toMatchObject({ failure: 'robots' });
      expect(await run('/private/robot')).toMatchObject([{ outcome: { failure: 'robots' } }]);
      const order = { url: `${site.base}/private/page`, controls: [] };
      expect(await inspect(order, site.browser, settings)).toMatchObject({ failure: 'robots' });
      expect(asked).toEqual([]);
    });

    test('what a page asks for obeys robots.txt too, and is counted as missed', async () => {
      const outcome = await render(`${site.base}/asks-privately`, site.browser, settings);
      expect(outcome).toMatchObject({ ok: true, missed: 2 });
      await render(`${site.base}/frames-privately`, site.browser, settings);
      expect(forbidden()).toEqual([]);
      expect(asked).toContain('GET /open.json');
    });

    test('a click leads nowhere that robots.txt forbids', async () => {
      const order = { url: `${site.base}/control`, controls: [{ text: '大字模式', address: '' }] };
      expect((await inspect(order, site.browser, settings)).ok).toBe(true);
      expect(forbidden()).toEqual([]);
    });

    test('a page that asks without end is cut off, and harms none after it', async () => {
      const brief = { ...settings, browser: { ...settings.browser, 'page-time': 5000 } };
      const outcome = await render(`${site.base}/endless`, site.browser, brief);
      // A busy machine does not get to read it in time.
      expect(outcome.ok || outcome.failure).toBeOneOf([true, 'timeout-body']);
      expect(asked.length).toBeLessThanOrEqual(settings.browser['requests-per-page']);
      expect((await render(`${site.base}/box`, site.browser, settings)).ok).toBe(true);
    });

    test('no more connections than the host bears, a turn for every document, our name on all', async () => {
      await render(`${site.base}/busy`, site.browser, settings);
      expect(asked).toHaveLength(13);
      expect(most).toBe(2);
      expect(turns).toEqual([new URL(site.base).host]);
      await run('/box', { script: 'search', hints: { field: 'w' } });
      expect([...agents]).toEqual([settings['user-agent']]);
    });

    test('a document takes a turn for each hop of its redirects, a frame none', async () => {
      const { host } = new URL(site.base);
      expect((await render(`${site.base}/moved`, site.browser, settings)).ok).toBe(true);
      expect([asked, turns]).toEqual([
        ['GET /moved', 'GET /box'],
        [host, host],
      ]);
      await render(`${site.base}/frames-moved`, site.browser, settings);
      expect(turns).toEqual([host, host, host]);
    });

    test('scripts that pages share are asked for once', async () => {
      await render(`${site.base}/busy`, site.browser, settings);
      expect(asked).toEqual(['GET /busy']);
    });
  },
);
