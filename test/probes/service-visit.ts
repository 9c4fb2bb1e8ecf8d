import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { town } from './captures.ts';
import { type Entry, entry, home, judge, portalPage } from './visit.ts';

export const serviceUrl = 'http://zwfw.anhe.gov.cn/';
export const withService: Government = {
  ...town,
  sites: { ...town.sites, service: { url: serviceUrl, confidence: 'high' } },
};

/** A page of the service platform with menu and footer around the body. */
export function servicePage(body: string, title = '安和市政务服务网'): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="header"><b>安和市政务服务网</b><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zx/">资讯中心</a></li><li><a href="/bz/">使用帮助</a></li></ul></div>
<div class="main">${body}</div><div class="footer"><a href="/lx/">联系方式</a><p>安和市行政审批服务局主办</p></div></body></html>`;
}

/** The home page of the service platform. */
export function service(body: string, change: Partial<Capture> = {}): Entry {
  return entry(serviceUrl, servicePage(body), { home: true, depth: 0, site: 'service', ...change });
}

/** A page of the service platform reached by an intent. */
export function served(path: string, html: string, intent: string, change: Partial<Capture> = {}): Entry {
  return entry(`${serviceUrl}${path}`, html, { site: 'service', intents: [intent], from: serviceUrl, ...change });
}

/** A portal without any services. */
export const plainPortal = home(portalPage('<p>欢迎来到安和。</p>'));

/** Judges with a service platform in the registry; the order of captures must not matter. */
export function judgeService(probe: string, entries: readonly Entry[], government = withService): Finding {
  const finding = judge(probe, entries, { government });
  const turned = judge(probe, [...entries].reverse(), { government });
  if (JSON.stringify(finding) !== JSON.stringify(turned)) throw new Error(`${probe} depends on the order of captures`);
  return finding;
}
