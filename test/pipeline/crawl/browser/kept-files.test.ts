import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = findChromium(process.env);
const settings = { ...quickSettings(), browser: { ...quickSettings().browser, pages: 1 } };
/** The server does not say that it is in GBK. */
const script = iconv.encode("document.write('<p>菜单</p>')", 'gb18030');

describe.skipIf(chromium === null)('a script that pages share (skipped where no Chromium is found)', () => {
  let site: LocalSite;
  let asked: string[] = [];

  beforeAll(async () => {
    const answer: RequestListener = (request, response) => {
      const url = new URL(request.url ?? '', 'http://x');
      asked.push(url.pathname);
      if (url.pathname.endsWith('.js')) {
        response.setHeader('content-type', 'text/javascript');
        if (url.pathname === '/packed.js') response.setHeader('content-encoding', 'gzip').end(gzipSync(script));
        else response.end(script);
        return;
      }
      const attribute = url.searchParams.has('named') ? ' charset="gbk"' : '';
      response.setHeader('content-type', `text/html; charset=${url.searchParams.get('page')}`);
      response.end(`<html><body><script${attribute} src="${url.pathname}.js"></script></body></html>`);
    };
    site = await openLocalSite(answer, { chromium, settings });
  });
  afterAll(() => site.close());

  async function shown(address: string): Promise<string> {
    const outcome = await render(`${site.base}${address}`, site.browser, settings);
    if (!outcome.ok) throw new Error(outcome.detail);
    return /<p[^>]*>([^<]*)/u.exec(outcome.body.toString('utf8'))?.[1] ?? '';
  }

  test.each(['/plain', '/packed'])(
    'is read by each in the encoding that the page says (%s)',
    async (path) => {
      asked = [];
      expect(await shown(`${path}?page=utf-8&named`)).toBe('菜单');
      expect(await shown(`${path}?page=utf-8&named&again`)).toBe('菜单');
      expect(await shown(`${path}?page=gbk`)).toBe('菜单');
      // As any browser shows it: neither page nor server names the encoding of the script.
      expect(await shown(`${path}?page=utf-8`)).toContain('\ufffd');
      expect(await shown(`${path}?page=utf-8&named&last`)).toBe('菜单');
      expect(asked.filter((name) => name === `${path}.js`)).toHaveLength(1);
    },
    60_000,
  );
});
