import { describe, expect, it } from 'vitest';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

const link = portalPage('<p>欢迎</p>', '<a href="/yssm/">隐 私 声 明</a>');
const target = `${portalUrl}yssm/`;

describe('privacy-policy', () => {
  it('is linked when the page of this name holds another statement', () => {
    const other = portalPage(
      '<h1>隐私声明</h1><h2>版权声明</h2><p>版权属于本网站，转载请注明来源。</p><p>联系我们</p>',
    );
    expect(judge('privacy-policy', [home(link), entry(target, other, { intents: ['privacy'] })])).toMatchObject({
      state: 'present',
      value: { level: 'linked', form: 'link', found: [] },
    });
  });
});
