import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import type { BrowserJob } from '../../../../src/pipeline/crawl/browser/job.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = { ...quickSettings(), browser: { ...quickSettings().browser, pages: 1 } };
const noisy = `<html><body><p>甲</p><script>
window.mark='left behind';setInterval(function(){alert('storm');document.body.append('甲')},20);open('/popup');
addEventListener('beforeunload',function(e){e.preventDefault();e.returnValue='stay'});history.pushState({},'','/pushed');
</script></body></html>`;
const quiet = `<html><body><p id="p">乙</p><script>
document.getElementById('p').append(window.mark||'', ' ', history.state===null?'clean':'used', ' ', opener?'opened':'own');
</script></body></html>`;

describe.skipIf(chromium === null)('rendering (skipped where no Chromium is found)', () => {
  let site: LocalSite;
  const jobs: BrowserJob[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    const answer: RequestListener = (request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (path.startsWith('/noisy')) response.end(noisy);
      else if (path.startsWith('/quiet')) response.end(quiet);
      else if (path === '/lacking')
        response.end('<p>丙</p><script src="/cut.js"></script><script>fetch("/broken")</script>');
      else if (path === '/download') response.end(`<p>丁</p><script>location.href='/file.zip'</script><p>戊</p>`);
      else if (path === '/file.zip')
        response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }).end('PK');
      else if (path === '/cut.js') {
        response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': '99' }).write('var');
        setTimeout(() => response.destroy(), 50);
      } else if (path === '/broken') response.writeHead(500).end();
      else response.writeHead(404).end('<p>none</p>');
    };
    site = await openLocalSite(answer, { chromium, settings, onJob: (job) => jobs.push(job) });
  });
  afterAll(() => site.close());

  async function shown(path: string): Promise<string> {
    const outcome = await render(`${site.base}${path}`, site.browser, settings);
    if (!outcome.ok) throw new Error(outcome.detail);
    return /<p[^>]*>([^<]*)/u.exec(outcome.body.toString('utf8'))?.[1] ?? '';
  }

  test('nothing that a page did before is seen by the next one, however many there are', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      expect(await shown(`/noisy?${turn}`)).toContain('甲');
      expect(await shown(`/quiet?${turn}`)).toBe('乙 clean own');
    }
    expect(jobs).toHaveLength(12);
    expect(jobs.every(({ kind, seconds }) => kind === 'render' && seconds > 0)).toBe(true);
  }, 60_000);

  test('scripts and data that did not come are counted', async () => {
    expect(await render(`${site.base}/lacking`, site.browser, settings)).toMatchObject({ ok: true, missed: 2 });
    expect(await render(`${site.base}/quiet`, site.browser, settings)).toMatchObject({ ok: true, missed: 0 });
  }, 30_000);

  test('a page that begins a download is read without waiting for an end that never comes', async () => {
    const began = performance.now();
    expect(await shown('/download')).toBe('丁');
    expect(performance.now() - began).toBeLessThan(settings.browser['page-time'] - 1000);
  }, 60_000);

  test('a page that does not load harms none of those after it', async () => {
    const dead = await render('http://127.0.0.1:1/', site.browser, settings);
    expect(dead.ok).toBe(false);
    expect(await shown('/quiet')).toBe('乙 clean own');
    expect(asked.filter((path) => path.startsWith('/quiet'))).toHaveLength(8);
  }, 30_000);
});
