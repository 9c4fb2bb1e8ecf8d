import { describe, expect, it } from 'vitest';
import { probes } from '../../src/probes/list.ts';
import { languages, messagesOf } from '../../src/report/messages.ts';
import { describedProbes, describeValue } from '../../src/report/values/describe.ts';

const chinese = messagesOf('zh');
const english = messagesOf('en');

/** Values as probes give them, with their sentences in Chinese. */
const examples: readonly (readonly [string, Record<string, unknown>, string])[] = [
  [
    'smart-search',
    {
      ...{
        level: 'working',
        reached: 'working',
        by: 'form',
        url: null,
        field: 'q',
        vendor: null,
        features: [],
        note: null,
      },
      ...{ asked: ['a', 'b', 'c', 'd'], answered: ['a', 'b', 'c'], share: 0.75, perClass: {}, totals: {} },
      ...{ ownRegion: 1, shows: ['correction', 'new-thing'] },
    },
    '有搜索框，能按意图回答3/4个问题，首页结果中75.0%相关，100.0%属于本地，结果页提供纠错、new-thing',
  ],
  [
    'smart-qa',
    {
      ...{ level: null, reached: 'reachable', label: '', url: null, vendor: null, failure: null, asked: [] },
      ...{ grades: {}, share: null, features: [], note: 'needs-browser' },
    },
    '有入口、页面可打开，没有问成：需要浏览器',
  ],
  [
    'smart-qa',
    {
      level: 'working',
      asked: ['a', 'b', 'c'],
      grades: { a: 1, b: 0.5, c: 0 },
      share: 0.5,
      features: ['voice'],
      note: null,
    },
    '有入口、页面可打开、能用，问了3个问题，答对1个、答得相关1个、答不上1个，平均得分50.0%，具备：语音输入',
  ],
  [
    'api-count',
    {
      count: 909,
      sources: [
        { source: 'home-page', count: 909, url: 'https://a.cn/' },
        { source: 'list-total', count: 908, url: 'https://a.cn/' },
      ],
    },
    '开放接口909个，首页标注909个、列表总数908个',
  ],
  ['appeal-channels', { found: [], levels: {}, unclear: ['poll'] }, '没有可用的渠道，无法判定：征集调查'],
  [
    'appeal-channels',
    { found: ['hotline', 'poll'], level: 'working', levels: { hotline: 'working', poll: 'linked' }, unclear: [] },
    '可用的渠道：热线、征集调查（有入口）',
  ],
  [
    'appeal-form',
    {
      level: 'working',
      url: null,
      login: true,
      maxLength: 500,
      queryByNumber: true,
      limit: { days: 5, unit: 'working-day' },
    },
    '有入口、页面可打开、能用，须登录后填写，最多可写500字，可凭编号查询办理进度，承诺5个工作日内答复',
  ],
  [
    'reply-timeliness',
    {
      ...{ share: 0.9, letters: 30, late: 3, waiting: 2, unreadable: 0 },
      limit: { days: 15, unit: 'working-day', stated: false, url: null },
    },
    '核对了30封来信，其中27封在时限内答复（90.0%），3封逾期，另有2封尚在时限内等待答复，网站没有公布时限，按15个工作日计',
  ],
  [
    'service-lists',
    {
      ...{ level: 'working', found: ['power', 'proof'], unclear: ['charge'] },
      lists: { power: { url: 'https://a.cn', items: 2677, newest: '2026-10-27', filled: 0.619 } },
    },
    '有内容的清单：权责清单（2677条，填写率61.9%，最近一条的日期为2026-10-27）、证明事项清单，无法判定：涉企收费清单',
  ],
  [
    'service-guide',
    {
      ...{ level: 'working', share: 0.5, read: 4, listed: null, elements: { 依据: 1, 名称: 4, 时限: 2 } },
      lacking: [{ title: 'x', url: 'https://a.cn', missing: [] }],
    },
    '抽查了4份办事指南，要素齐全率50.0%，常缺：依据1/4、时限2/4，1份缺项较多',
  ],
  [
    'accessibility',
    { mode: 'pretends', phone: 'fits', languages: ['en', 'ja'], found: null, violations: null },
    '适老化或无障碍模式点击后页面无变化，在手机宽度下显示完整，有外文版：英语、日语，部分页面未看到，其余内容未知',
  ],
  [
    'privacy-policy',
    { level: 'working', where: 'portal', atRegistration: false, form: 'page', found: ['collect', 'date'] },
    '有单独的隐私政策页面，门户网站，注册时看不到，写明2项要点：收集范围、生效日期',
  ],
  [
    'one-entry',
    { level: 'working', account: null, channels: ['mini'] },
    '没有读到登录页，账号是否统一未知，另有小程序',
  ],
];

describe('a measured value in words', () => {
  it('exists for every probe', () => {
    expect([...describedProbes].sort()).toEqual(probes.map(({ id }) => id).sort());
  });

  it.each(examples)('%s', (probe, value, sentence) => {
    expect(describeValue(probe, value, chinese)).toBe(sentence);
    const translated = describeValue(probe, value, english) ?? '';
    expect(translated).not.toBe('');
    expect(translated.replace(/依据|名称|时限/gu, '')).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  it('is no claim where nothing was measured', () => {
    for (const { id } of probes) expect(describeValue(id, null, chinese)).toBeNull();
    expect(describeValue('service-lists', {}, chinese)).toBeNull();
    expect(describeValue('another', {}, chinese)).toBeNull();
  });

  it('lists the fields of a value of another shape in words', () => {
    const other = {
      level: 'working',
      count: 'many',
      more: { deep: { deeper: 1 }, yes: true },
      list: [1, 2],
      none: null,
    };
    expect(describeValue('api-count', other, chinese)).toBe(
      'level：有入口、页面可打开、能用，count：many，more（deep（deeper：1），yes：是），list：1、2',
    );
    expect(describeValue('own-probe', { share: 0.5 }, english)).toBe('share: 0.5');
  });

  it.each(languages)('bears hostile values (%s)', (language) => {
    const long = 'x'.repeat(5000);
    const hostile = [
      { level: 7 },
      { level: 'constructor' },
      { found: '__proto__' },
      { languages: ['!!'] },
      { title: long },
    ];
    for (const { id } of probes)
      for (const value of hostile)
        expect((describeValue(id, value, messagesOf(language)) ?? '').length).toBeLessThan(401);
    expect(describeValue('accessibility', { languages: ['!!', '<b>'] }, messagesOf(language))).toContain('<b>');
  });
});
