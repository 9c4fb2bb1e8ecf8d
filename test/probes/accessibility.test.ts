import { describe, expect, it } from 'vitest';
import { probeById } from '../../src/probes/list.ts';
import type { ControlClick, Inspection, PageFacts } from '../../src/reading/inspection.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from './captures.ts';
import { knowledge } from './knowledge.ts';
import { type Entry, entry, home, judge, portalPage, portalUrl } from './visit.ts';

const probe = 'accessibility';
const withHead = (head: string, body: string): string => portalPage(body).replace('<title>', `${head}<title>`);

describe(probe, () => {
  it('pass: a mode on a page of its own, a layout for phones, further languages', () => {
    const page = home(
      withHead(
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<a href="/wza/">无障碍浏览</a><a href="/en/">English</a><a href="/jp/">日本語</a>',
      ),
    );
    const mode = entry(`${portalUrl}wza/`, portalPage('<button>放大字体</button><button>语音播报</button>'), {
      intents: ['accessibility'],
    });
    expect(judge(probe, [page, mode])).toMatchObject({
      state: 'present',
      value: {
        level: 'reachable',
        found: ['mode', 'phone', 'languages'],
        mode: 'opens',
        phone: 'declared',
        languages: ['en', 'ja'],
        violations: null,
      },
    });
  });
  it('half: of a button and its script markup alone does not say that they switch anything', () => {
    const real = portalPage('<a href="javascript:aria.start()">长者模式</a><script src="/js/aria.js"></script>');
    expect(judge(probe, [home(real)]).value).toMatchObject({
      ...{ mode: 'offered', tool: 'aria-js' },
      ...{ found: null, seen: [], unclear: ['mode'] },
    });
    const pretended = portalPage('<a href="#" title="适老化"><img src="/i/wza.png" alt="适老化"></a>');
    expect(judge(probe, [home(pretended)]).value).toMatchObject({
      mode: 'offered',
      tool: null,
      level: 'linked',
      found: null,
    });
    const button = portalPage('<button type="button" onclick="show()">关怀版</button>');
    expect(judge(probe, [home(button)]).value).toMatchObject({ mode: 'offered', found: null });
  });
  it('half: a version for phones counts when it opens', () => {
    const page = home(portalPage('<a href="/wap/">手机版</a>'));
    const fitting = '<html><head><meta name="viewport" content="width=device-width"></head><body>手机版</body></html>';
    const version = entry(`${portalUrl}wap/`, fitting, { intents: ['mobile-app'] });
    expect(judge(probe, [page, version]).value).toMatchObject({ phone: 'version', found: ['phone'] });
    expect(judge(probe, [page]).state).toBe('absent');
  });
  it('fail: a fixed layout in Chinese only is absent', () => {
    const page = withHead('<meta name="viewport" content="width=1200">', '<p>欢迎。</p>');
    expect(judge(probe, [home(page)])).toMatchObject({ state: 'absent', value: null });
  });
  it('fail: neither news of barrier-free building nor another script of Chinese counts', () => {
    const news = '<a href="/a/1.html">我市开展无障碍环境建设专项行动</a><a href="/ft/">繁體</a>';
    expect(judge(probe, [home(portalPage(news))]).state).toBe('absent');
  });
  it('fail: a language whose page is gone is none', () => {
    const page = home(portalPage('<a href="/en/">English</a>'));
    const gone = entry(`${portalUrl}en/`, '', { intents: ['language'], failure: 'http-4xx', status: 404, body: null });
    expect(judge(probe, [page, gone]).state).not.toBe('present');
  });
  it('unknown: what scripts may still show is not denied', () => {
    const empty =
      '<html><head><title>安和</title></head><body><div id="header"></div><div id="app"></div><script src="/js/app.1.js"></script></body></html>';
    expect(judge(probe, [home(empty)]).state).toBe('unknown');
    expect(judge(probe, [])).toMatchObject({ state: 'unknown' });
    const fitting = empty.replace('<title>', '<meta name="viewport" content="width=device-width"><title>');
    expect(judge(probe, [home(fitting)])).toMatchObject({
      state: 'present',
      value: { phone: 'declared', found: null },
    });
  });
  it('does not depend on the order of captures', () => {
    const page = home(portalPage('<a href="/wza/">无障碍</a><a href="/ru/">Русский</a>'));
    const mode = entry(`${portalUrl}wza/`, portalPage('<p>字号放大 语音朗读</p>'), { intents: ['accessibility'] });
    expect(judge(probe, [mode, page])).toEqual(judge(probe, [page, mode]));
  });
});

const facts: PageFacts = {
  page: portalUrl,
  letters: 14,
  base: 14,
  bars: 0,
  tools: [],
  classes: [],
  look: 'white black normal',
  length: 900,
};
const click = (change: Partial<PageFacts>, more: Partial<ControlClick> = {}): ControlClick => ({
  control: '长者模式',
  led: 'stayed',
  status: null,
  dialog: null,
  facts: { ...facts, ...change },
  ...more,
});

/** The capture of what a browser saw of the home page. */
function inspected(change: Partial<Inspection>, body?: string): Entry {
  const seen: Inspection = { missing: 0, screen: facts, phone: null, violations: null, clicks: [], ...change };
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return entry(portalUrl, body ?? JSON.stringify(seen), { role: 'data', via: 'browser', label: 'inspection', headers });
}

describe(`${probe}, seen in a browser`, () => {
  const offering = home(portalPage('<a href="javascript:aria.start()">长者模式</a>'));
  const value = (...entries: Entry[]) => judge(probe, entries).value;

  it.each<[string, ControlClick]>([
    ['letters grow', click({ letters: 18.2 })],
    ['a tool bar comes up', click({ bars: 1, tools: ['放大', '退出服务'] })],
    ['classes and colours change together', click({ classes: ['high-contrast'], look: 'black yellow normal' })],
    [
      'a version in large letters opens',
      click({ letters: 24, page: `${portalUrl}big/` }, { led: 'opened', status: 200 }),
    ],
  ])('pass: %s', (_, done) => {
    const finding = judge(probe, [offering, inspected({ clicks: [done] })]);
    expect(finding).toMatchObject({ value: { level: 'working', found: ['mode'], mode: 'works' } });
    expect(finding.evidence.some(({ quote }) => quote.includes('长者模式: letters 14 px'))).toBe(true);
  });
  it('a page that showed no text before the click proves neither that a mode works nor that it pretends', () => {
    const blank = { ...facts, letters: 0, length: 0 };
    const shownLater = inspected({ screen: blank, clicks: [click({ letters: 14, bars: 1 })] });
    expect(judge(probe, [offering, shownLater]).value).toMatchObject({ mode: 'offered' });
    expect(judge(probe, [offering, inspected({ screen: blank, clicks: [click(blank)] })]).value).toMatchObject({
      mode: 'offered',
    });
  });
  it.each<[string, ControlClick]>([
    ['nothing changes', click({})],
    ['only a class changes', click({ classes: ['elder-mode'] })],
    ['letters grow by a rounding', click({ letters: 14.5 })],
    ['only a promise comes', click({}, { dialog: '功能建设中' })],
    ['an ordinary page opens', click({ page: `${portalUrl}x/` }, { led: 'left', status: 200 })],
    ['the page is gone', click({ letters: 32 }, { led: 'left', status: 404 })],
    ['an empty page opens', click({ letters: 32, length: 3 }, { led: 'opened', status: 200 })],
  ])('fail: %s', (_, done) => {
    expect(value(offering, inspected({ clicks: [done] }))).toMatchObject({ found: [], mode: 'pretends' });
  });
  it('half: a control that could not be clicked stays offered', () => {
    expect(value(offering, inspected({}))).toMatchObject({ found: null, mode: 'offered', unclear: ['mode'] });
    const failed = entry(portalUrl, '', {
      role: 'data',
      via: 'browser',
      label: 'inspection',
      failure: 'timeout-body',
      body: null,
    });
    expect(value(offering, failed)).toMatchObject({ found: null, mode: 'offered', violations: null });
  });
  it('half: nothing is said against a page whose scripts or styles did not arrive', () => {
    const phone = { width: 390, overflow: 900, viewport: 'width=device-width', letters: 14 };
    expect(value(offering, inspected({ missing: 1, phone, clicks: [click({})] }))).toMatchObject({ mode: 'offered' });
    const fitting = home(withHead('<meta name="viewport" content="width=device-width">', '<p>欢迎。</p>'));
    expect(value(fitting, inspected({ missing: 1, phone }))).toMatchObject({ phone: 'declared' });
    expect(value(offering, inspected({ missing: 1, clicks: [click({ letters: 20 })] }))).toMatchObject({
      mode: 'works',
    });
  });
  it('hostile: what is no inspection is none, and none is a page of the site', () => {
    for (const body of ['{"clicks":"many"}', '[', '<a href="/wza/">无障碍</a>', '{"screen":{"letters":-1}}'])
      expect(value(offering, inspected({}, body))).toMatchObject({ mode: 'offered', violations: null });
    const plain = home(portalPage('<p>欢迎。</p>'));
    expect(judge(probe, [plain, inspected({ clicks: [click({ letters: 30, tools: ['无障碍'] })] })]).state).toBe(
      'absent',
    );
  });
  it('measures the layout for phones and hands violations on', () => {
    const phone = { width: 390, overflow: 0, viewport: 'width=device-width', letters: 14 };
    const violations = { serious: 7, rules: ['image-alt', 'link-name'] };
    expect(value(offering, inspected({ phone, violations, clicks: [click({})] }))).toMatchObject({
      phone: 'fits',
      found: ['phone'],
      violations,
    });
    expect(value(offering, inspected({ phone: { ...phone, overflow: 810 }, clicks: [click({})] }))).toMatchObject({
      phone: 'overflows',
      found: [],
    });
    expect(value(offering, inspected({ phone: { ...phone, viewport: 'width=1200' } }))).toMatchObject({
      phone: 'none',
    });
  });
  it('orders the home page to be inspected, with every control once', () => {
    const order = (...entries: Entry[]) => {
      const found = probeById(probe);
      if (!found) throw new Error('no probe');
      return found.inspects?.(makeSeen({ government: town, knowledge: knowledge(), entries, unread: {} }, found));
    };
    expect(order(offering)).toEqual({
      url: portalUrl,
      controls: [
        { text: '长者模式', address: 'javascript:aria.start()' },
        { text: '长者模式', address: '' },
      ],
    });
    expect(order(home(portalPage('<button>适老化无障碍</button>')))?.controls).toEqual([
      { text: '适老化无障碍', address: '' },
    ]);
    expect(order(home(portalPage('<p>无</p>')))?.controls).toEqual([]);
    expect(order()).toBeNull();
  });
});
