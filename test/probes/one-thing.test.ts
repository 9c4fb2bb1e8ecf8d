import { describe, expect, it } from 'vitest';
import { plainPortal as portal, served, service, servicePage, withService } from './service-visit.ts';
import { judge } from './visit.ts';

const options = { government: withService };
const inner = (path: string, intent: string, body: string) => served(path, servicePage(body), intent);
const hall = (body: string) => service(body);

describe('one-thing in other forms', () => {
  const start = hall('<a href="/yjs/">高效办成一件事</a>');
  const things =
    '<a href="/t/1.html">新生儿出生“一件事”</a><a href="/t/2.html">企业信息变更一件事</a><a href="/t/3.html">信用修复一件事</a>';
  it('takes the headline of a zone before its own count, and a first batch in a sentence not', () => {
    const zone = (said: string) =>
      judge('one-thing', [portal, start, inner('yjs/', 'one-thing', `<p>${said}</p>${things}`)], options).value;
    expect(zone('共上线2件')).toMatchObject({ count: 2, stated: 2, listed: 3 });
    expect(zone('为方便群众和企业办事，我市首批推出2件联办事项，后续还将陆续推出')).toMatchObject({
      count: 3,
      stated: 2,
    });
    expect(zone('套餐总数：12')).toMatchObject({ count: 12 });
    expect(zone('第1页／共3页，合计18件')).toMatchObject({ count: 18 });
  });
  it('reads a zone that is a paragraph, with a number in numerals', () => {
    const names = ['新生儿出生', '企业开办', '退休', '公民身后', '教育入学', '开茶馆', '开民宿', '灵活就业'];
    const told = `<p>截至目前，全市推出的“一件事”集成办理共计十二件，分别是：${names.map((name) => `${name}一件事`).join('、')}。市民到综合窗口递交一套材料即可。</p>`;
    expect(judge('one-thing', [portal, start, inner('yjs/', 'one-thing', told)], options).value).toMatchObject({
      count: 12,
      listed: 8,
    });
  });
  it('counts services that are named with another word for it', () => {
    const joint = ['开办企业', '企业信息变更', '信用修复', '新生儿出生', '教育入学'];
    const zone = inner(
      'yjs/',
      'one-thing',
      `<h2>联办套餐</h2>${joint.map((name, at) => `<a href="/t/${at}.html">${name}联办</a>`).join('')}`,
    );
    expect(judge('one-thing', [portal, start, zone], options).value).toMatchObject({ count: 5 });
  });
  it('makes no count of the page of a single service', () => {
    const one = inner('yjs/', 'one-thing', '<h2>企业准营一件事</h2><p>一次告知、一表申请。</p>');
    expect(judge('one-thing', [portal, start, one], options).value).toMatchObject({ level: 'working', count: null });
  });
});
