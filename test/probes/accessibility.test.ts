import { describe, expect, it } from 'vitest';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

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
    expect(judge(probe, [home(real)]).value).toMatchObject({ mode: 'offered', tool: 'aria-js', found: [] });
    const pretended = portalPage('<a href="#" title="适老化"><img src="/i/wza.png" alt="适老化"></a>');
    expect(judge(probe, [home(pretended)]).value).toMatchObject({
      mode: 'offered',
      tool: null,
      level: 'linked',
      found: [],
    });
    const button = portalPage('<button type="button" onclick="show()">关怀版</button>');
    expect(judge(probe, [home(button)]).value).toMatchObject({ mode: 'offered', found: [] });
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
