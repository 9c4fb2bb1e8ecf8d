import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/reading/kinds/facts.ts';
import { knowledge } from '../../probes/knowledge.ts';
import { framed, kinds, newsList, pageOf } from './read.ts';

const undated = (titles: readonly string[]): string =>
  titles.map((title, index) => `<li><a href="/art/${2000 + index}.html">${title}</a> 1${index}-05</li>`).join('');
const listed = (titles: readonly string[]): string[] => kinds(framed('专题集锦', `<ul>${newsList(titles)}</ul>`));

describe('a list of publications', () => {
  it.each([
    ['topics', ['河湖长制专题', '数字经济专题', '古树保护专题', '城市更新专题', '防灾减灾专题']],
    ['plans', ['水利发展规划', '养老服务规划', '商贸物流规划', '公共文化规划', '城市绿地规划']],
    [
      'annual reports',
      ['2025', '2024', '2023', '2022', '2021'].map((year) => `安和市${year}年政府信息公开工作年度报告`),
    ],
    ['gazettes', ['1', '2', '3', '4', '5'].map((issue) => `安和市人民政府公报2026年第${issue}期`)],
  ])('answers nobody: %s', (_, titles) => expect(listed(titles)).toContain('news-list'));

  it('needs no days', () => {
    const statistics = ['1', '2', '3', '4', '5'].map((month) => `2026年${month}月安和市主要经济指标`);
    expect(kinds(framed('数据服务', `<ul>${undated(statistics)}</ul>`))).toContain('news-list');
  });

  it.each([
    ['four titles', ['河湖长制专题', '数字经济专题', '古树保护专题', '城市更新专题']],
    ['other titles', ['河湖长制专题', '数字经济专题', '小区停水怎么办', '公交改线几时完工', '学位紧张如何解决']],
    [
      'reports on calls',
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((month) => `2026年${month}月群众诉求回访情况通报`),
    ],
    [
      'responses',
      ['停水', '停电', '改线', '学位', '涨价', '拆迁', '修路', '降噪'].map((what) => `关于城区${what}问题的情况说明`),
    ],
  ])('is not made of %s', (_, titles) => expect(listed(titles)).not.toContain('news-list'));
});

describe('a list of news', () => {
  const news = ['开展春运安全检查行动', '举办企业家座谈会活动', '召开防汛工作部署会议', '市领导调研乡村产业发展'];
  it('may be short if it reads like headlines', () => {
    expect(listed(news)).toContain('news-list');
    expect(listed(news.slice(0, 3))).not.toContain('news-list');
    expect(
      listed(['停水停电问题的处理', '公交改线何时能完工', '学位紧张如何能解决', '小区噪声由谁来管理']),
    ).not.toContain('news-list');
  });

  it('may mention a call without reporting on it', () => {
    const more = [
      ...news,
      '市民政局走访并回访困难老人百余户',
      '安和河道清淤工程如期完工',
      '千亩油菜花进入盛花期',
      '博物馆推出窑址特展',
    ];
    expect(listed(more)).toContain('news-list');
    expect(listed([...more, '2026年9月热线诉求回访情况通报'])).not.toContain('news-list');
  });
});

describe('a name with a term in quotes', () => {
  const headline = (title: string): boolean => factsOf(pageOf(framed(title, '<p>x</p>')), knowledge()).headline;
  it.each(['“一件事”专区', '政务服务“好差评”', '高效办成“一件事”专区'])('is no headline: %s', (title) =>
    expect(headline(title)).toBe(false),
  );
  it.each(['我市新增一批“跨省通办”事项', '安和市入选全国“最美县域”榜单名录'])(
    'is a headline in a longer title: %s',
    (title) => expect(headline(title)).toBe(true),
  );
  it('is parted from the name of the site', () => {
    const page = pageOf('<title>政务服务“好差评”-某省政务服务平台</title><p>x</p>');
    expect(factsOf(page, knowledge()).ownTitle).toBe('政务服务“好差评”');
  });
});

describe('lists that look like another kind', () => {
  const chat = (links: string): string =>
    `<title>安和市智能问答</title><p>您好，我是智能问答，请问有什么可以帮您？</p><p>热点问题</p>${links}<input placeholder="请输入您的问题"><button>发送</button>`;
  it('a chat that suggests questions is no list of questions with answers', () => {
    const said = ['医保报销需要什么材料？', '驾驶证到期怎么换证？', '电动车怎么上牌？'];
    const calls = said.map((text) => `<p><a href="javascript:send('${text}')">${text}</a></p>`).join('');
    expect(kinds(chat(calls))).toContain('robot');
    expect(kinds(chat(calls))).not.toContain('faq-list');
    expect(
      kinds(framed('热点问题', said.map((text, at) => `<p><a href="/wd/${at}1.html">${text}</a></p>`).join(''))),
    ).toContain('faq-list');
  });

  it('reports on calls are no responses to concerns', () => {
    const reports = ['9', '10', '11'].map((month) => `2026年${month}月群众诉求办理回访情况通报`);
    expect(kinds(framed('满意度测评', `<ul>${newsList(reports)}</ul>`))).not.toContain('response-list');
    const answers = ['关于网传停水消息的情况通报', '关于公交改线的情况通报', '关于学位紧张的情况说明'];
    expect(kinds(framed('回应关切', `<ul>${newsList(answers)}</ul>`))).toContain('response-list');
  });

  it('a list of policies may be short if it holds nothing else', () => {
    const policies = ['安和市公共数据开放管理办法', '安和市公共数据开放行动计划', '关于征集数据应用案例的通知'];
    expect(kinds(framed('政策文件', `<ul>${newsList(policies)}</ul>`))).toContain('policy-list');
    expect(
      kinds(framed('政策文件', `<ul>${newsList([...policies, '我市数据开放工作再上新台阶'])}</ul>`)),
    ).not.toContain('policy-list');
  });

  it('a small platform has a menu of short names on its front page', () => {
    const front = (title: string, url: string) =>
      kinds(
        `<title>${title}</title><a href="/ml">目录</a><a href="/jk">接口</a><a href="/yy">应用</a><p>目录88条</p>`,
        { url },
      );
    expect(front('安和市公共数据开放平台', 'http://sj.anhe.gov.cn/')).toContain('data-platform');
    expect(front('安和市公共数据开放平台', 'http://sj.anhe.gov.cn/news/1.html')).not.toContain('data-platform');
    expect(front('安和市公共数据管理局', 'http://sj.anhe.gov.cn/')).not.toContain('data-platform');
  });
});
