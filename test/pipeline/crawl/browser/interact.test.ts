import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { interact } from '../../../../src/pipeline/crawl/browser/interact.ts';
import { type Interaction, newLines, type Step } from '../../../../src/pipeline/crawl/browser/interaction.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const title = chromium === null ? 'a conversation (skipped: no Chromium was found)' : 'a conversation';

const settings = quickSettings();
const shipped = knowledge().questions;
const questions = { ...shipped, patience: { ...shipped.patience, answer: 900, 'quiet-unseen': 200, unanswered: 2 } };
const say = `function say(t){var d=document.createElement('div');d.textContent=t;document.getElementById('log').appendChild(d);}`;
const robot = (onAsk: string, more = ''): string =>
  `<html><body><div id="log"></div><textarea id="q" placeholder="请输入您的问题"></textarea><button onclick="ask()">发送</button>${more}
<script>${say}function ask(){var b=document.getElementById('q');var t=b.value;b.value='';say(t);${onAsk}}</script></body></html>`;

const pages: Record<string, string> = {
  '/good': robot(`fetch('/answer?q='+encodeURIComponent(t)).then(function(r){return r.text()}).then(say);`),
  '/framed': '<html><body><h1>智能问答</h1><iframe src="/good" width="400" height="400"></iframe></body></html>',
  '/silent': robot(''),
  '/endless': robot(`setInterval(function(){say('更多内容'+Math.random())},20);`),
  '/dialogs': robot(
    `for(var i=0;i<50;i++){alert('storm')}say('答案在此，请查看办理指南');`,
    `<script>alert('hi');confirm('sure?');</script>`,
  ),
  '/hangs': robot('for(;;){}'),
  '/injected': robot(
    `var d=document.createElement('div');d.innerHTML='<img src=x onerror="document.title=1"><b>答案在此，请查看办理指南</b>';document.getElementById('log').appendChild(d);`,
  ),
  '/window': `<html><body><a href="javascript:open('/good')">智能问答</a></body></html>`,
  '/empty': '<html><body>暂停服务</body></html>',
  '/search': `<html><body><div><input id="w" placeholder="请输入关键字"><span onclick="window.open('/found?w='+encodeURIComponent(document.getElementById('w').value))">搜索</span></div></body></html>`,
  '/search-windows': `<html><body><div><input id="w" placeholder="请输入关键字"><span onclick="window.open('/found?w='+encodeURIComponent(document.getElementById('w').value));setTimeout(function(){window.open('/empty')},300)">搜索</span></div></body></html>`,
};

let site: LocalSite | null = null;

beforeAll(async () => {
  if (chromium === null) return;
  const answer: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const type = { 'content-type': 'text/html; charset=utf-8' };
    const word = url.searchParams.get('w') ?? '';
    if (url.pathname === '/answer') {
      const answer = `回答：${url.searchParams.get('q')}的办理指南在此`;
      setTimeout(() => response.writeHead(200, type).end(answer), 60);
    } else if (url.pathname === '/found') response.writeHead(200, type).end(`<h3>${word}的结果</h3>`);
    else {
      const page = pages[url.pathname];
      response.writeHead(page === undefined ? 404 : 200, type).end(page ?? '');
    }
  };
  site = await openLocalSite(answer, { chromium, settings });
});

afterAll(() => site?.close(), 30_000);

function run(path: string, change: Partial<Interaction> = {}): Promise<Step[]> {
  if (site === null) throw new Error('no browser');
  const asked = ['一号问题怎么办', '二号问题怎么办', '三号问题怎么办'].map((text, index) => ({
    id: `q${index + 1}`,
    text,
  }));
  const interaction: Interaction = { script: 'chat', hints: {}, questions: asked, probe: 'smart-qa', ...change };
  const time = path === '/hangs' ? 4000 : 20_000;
  return interact(`${site.base}${path}`, interaction, { browser: site.browser, settings, questions, time });
}

const ids = (steps: readonly Step[]): string[] => steps.map(({ question }) => question.id);
const shows = (step: Step | undefined): string => step?.outcome.body?.toString('utf8') ?? '';

describe.skipIf(chromium === null)(title, { timeout: 60_000 }, () => {
  test('asks every question, waits for its answer, and keeps every state', async () => {
    for (const path of ['/good', '/framed']) {
      const started = performance.now();
      const steps = await run(path);
      expect(ids(steps), path).toEqual(['opening', 'q1', 'q2', 'q3']);
      expect(shows(steps[0])).not.toContain('回答');
      expect(shows(steps[1])).toContain('回答：一号问题怎么办');
      expect(shows(steps[1])).not.toContain('二号');
      expect(shows(steps[3])).toContain('回答：三号问题怎么办');
      expect(steps[3]?.outcome.finalUrl).toBe(`${site?.base}/good`);
      const times = steps.map(({ time }) => time);
      expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times);
      expect(performance.now() - started).toBeLessThan(20_000);
    }
  });

  test('opens what only a click opens', async () => {
    const steps = await run('/window', { hints: { click: '智能问答' } });
    expect(ids(steps)).toEqual(['opening', 'q1', 'q2', 'q3']);
    expect(shows(steps[1])).toContain('回答：一号问题怎么办');
  });

  test('stops asking a robot that does not answer, and asks nothing where there is no box', async () => {
    expect(ids(await run('/silent'))).toEqual(['opening', 'q1', 'q2']);
    expect(ids(await run('/empty'))).toEqual(['opening']);
  });

  test('outlasts endless answers, storms of dialogs and markup in answers', async () => {
    expect(ids(await run('/endless'))).toEqual(['opening', 'q1', 'q2', 'q3']);
    for (const path of ['/dialogs', '/injected']) {
      const steps = await run(path);
      expect(
        steps.every(({ outcome }) => outcome.ok),
        path,
      ).toBe(true);
      expect(shows(steps.at(-1))).toContain('答案在此');
    }
  });

  test('keeps a picture of what was shown last', async () => {
    const isJpeg = (step: Step | undefined): boolean =>
      step?.outcome.screenshot?.subarray(0, 3).toString('hex') === 'ffd8ff';
    const steps = await run('/good');
    expect(steps.map(isJpeg)).toEqual([false, false, false, true]);
  });

  test('a page that hangs is a failure with its class and without a picture, and the next page works', async () => {
    const steps = await run('/hangs');
    const last = steps.at(-1)?.outcome;
    expect(last?.ok === false && last.failure).toBe('timeout-body');
    expect(last?.screenshot ?? null).toBeNull();
    expect(ids(await run('/good'))).toHaveLength(4);
  });

  test('types words into a box that only a script sends, and reads the window it opens', async () => {
    const steps = await run('/search', { script: 'search', hints: { placeholder: '请输入关键字' } });
    expect(steps.map(shows).map((html) => /<h3>(.*)<\/h3>/u.exec(html)?.[1])).toEqual([
      '一号问题怎么办的结果',
      '二号问题怎么办的结果',
      '三号问题怎么办的结果',
    ]);
  });

  test('reads the window with the results though another one opens after it', async () => {
    const steps = await run('/search-windows', { script: 'search', hints: { placeholder: '请输入关键字' } });
    expect(steps.map(({ outcome }) => outcome.ok)).toEqual([true, true, true]);
    expect(shows(steps[2])).toContain('三号问题怎么办的结果');
  });

  test('puts the word into the address of the result page', async () => {
    const questions = [
      { id: 'a', text: '社保' },
      { id: 'b', text: '医保' },
    ];
    const steps = await run(`/found?w=${encodeURIComponent('社保')}`, {
      script: 'search',
      hints: { word: '社保' },
      questions,
    });
    expect(steps.map(shows).join()).toMatch(/社保的结果.*医保的结果/su);
  });
});

test('new lines are those that stand more often than before', () => {
  expect(newLines('a\nb', 'a\nb\na\n c ')).toEqual(['a', 'c']);
});
