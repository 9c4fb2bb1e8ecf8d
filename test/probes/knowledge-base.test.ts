import { describe, expect, it } from 'vitest';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

describe('help on the use of the site', () => {
  const help = (title: string): string =>
    portalPage('<p>建议使用最新版浏览器访问。</p>').replace(/<title>[^<]*/u, `<title>${title}`);
  const state = (label: string, title: string): string => {
    const start = home(portalPage(`<p>欢迎</p>`, `<a href="/cjwd/"><img src="/i.png" alt="${label}"></a>`));
    return judge('knowledge-base', [start, entry(`${portalUrl}cjwd/`, help(title), { intents: ['knowledge-base'] })])
      .state;
  };

  it('is no knowledge base, although it lies at the address of one', () => {
    expect(state('帮助中心', '帮助中心')).toBe('absent');
    expect(state('', '帮助中心')).toBe('absent');
    expect(state('', '热线')).toBe('present');
    expect(state('常见问题', '常见问题')).toBe('present');
  });
});
