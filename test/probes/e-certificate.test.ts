import { describe, expect, it } from 'vitest';
import { judgeService, plainPortal, served, service } from './service-visit.ts';
import { fixture } from './visit.ts';

const probe = 'e-certificate';
const menu = service('<a href="/dzzz/">电子证照</a>');

describe(probe, () => {
  it('counts kinds and not copies, sees the query and the mutual recognition', () => {
    const page = served('dzzz/', fixture('e-certificate/pass.html'), probe);
    expect(judgeService(probe, [plainPortal, menu, page])).toMatchObject({
      state: 'present',
      value: { level: 'working', count: 86, mutual: true, query: true },
    });
  });

  it.each([
    ['证照种类：60类', 60],
    ['目前可查询电子证照60种', 60],
    ['共有60类电子证照可用', 60],
    ['累计签发电子证照 3000 万份', null],
    ['电子证照系统于2026年5月上线', null],
  ])('reads %s', (line, count) => {
    const page = served('dzzz/', `<title>电子证照</title><p>${line}</p>`, probe);
    expect(judgeService(probe, [plainPortal, menu, page]).value).toMatchObject({ count });
  });

  it('counts kinds that are listed one by one, where the list is whole', () => {
    const rows = ['身份证', '驾驶证', '结婚证', '驾驶证']
      .map((kind) => `<tr><td>${kind}</td><td>某局</td></tr>`)
      .join('');
    const table = `<table><tr><th>证照名称</th><th>颁发机构</th></tr>${rows}</table>`;
    const of = (body: string) =>
      judgeService(probe, [plainPortal, menu, served('dzzz/', `<title>电子证照</title>${body}`, probe)]).value;
    expect(of(table)).toMatchObject({ count: 3 });
    expect(of(`${table}<a href="2.html">下一页</a>`)).toMatchObject({ count: null });
    expect(of(`${table}<p>共有86类电子证照</p>`)).toMatchObject({ count: 86 });
  });

  it.each(['将逐步推进跨区域互认。', '暂不支持异地互认。', '请在本平台出示使用。'])(
    'sees no mutual recognition in %s',
    (line) => {
      const page = served('dzzz/', `<title>电子证照</title><p>电子证照 9 类</p><p>${line}</p>`, probe);
      expect(judgeService(probe, [plainPortal, menu, page]).value).toMatchObject({ mutual: false, query: false });
    },
  );

  it('knows an entry whose page failed, and the absence of any', () => {
    const dead = served('dzzz/', '', probe, { failure: 'http-5xx', status: 500, body: null });
    expect(judgeService(probe, [plainPortal, menu, dead]).value).toMatchObject({
      level: 'linked',
      count: null,
      mutual: null,
    });
    const news = service('<ul><li><a href="/1.html">电子证照是什么？专家为您解读</a></li></ul>');
    expect(judgeService(probe, [plainPortal, news]).state).toBe('absent');
    expect(judgeService(probe, [plainPortal]).state).toBe('unknown');
    expect(judgeService(probe, []).state).toBe('unknown');
  });
});
