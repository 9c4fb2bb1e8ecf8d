import type { Government } from '../../../../src/model/government.ts';
import type { FetchOutcome } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { town } from '../../../probes/captures.ts';

export const home = 'http://www.anhe.gov.cn/';
export const government: Government = { ...town, sites: { portal: { url: home, confidence: 'high' } } };

const list = Array.from({ length: 12 }, (_, at) => `<li><a href="/news/${at}.html">第${at}条消息</a></li>`).join('');
export const web: Readonly<Record<string, string>> = {
  [home]: `<title>安和市人民政府</title><h1>安和市人民政府</h1><a href="/xxgk/">信息公开</a><a href="/ysaq">隐私政策</a><ul>${list}</ul>`,
  [`${home}xxgk/`]: '<title>信息公开</title><h1>政府信息公开</h1><a href="/xxgk/zn.html">公开指南</a>',
  [`${home}ysaq`]: '<title>隐私政策</title><h1>隐私政策</h1><p>我们收集您的个人信息时遵守法律。</p>',
};

/** What the small web answers. */
export const answer = (url: string): FetchOutcome => ({
  ok: true,
  finalUrl: url,
  redirects: [],
  status: url in web ? 200 : 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  // A view into a larger buffer, as bodies of the network are.
  body: Buffer.from(`xxxx${web[url] ?? '<title>404</title>'}`).subarray(4),
  tls: null,
});
