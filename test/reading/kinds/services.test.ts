import { describe, expect, it } from 'vitest';
import { framed, kinds, newsList } from './read.ts';

const matters = ['食品经营许可', '户口迁移登记', '结婚登记预约', '不动产登记', '社会保险登记', '医保报销'];
const list = (labels: readonly string[], base = '/i'): string =>
  labels.map((label, n) => `<li><a href="${base}/${n + 10}.html">${label}</a></li>`).join('');
const table = (heads: readonly string[], rows = 4): string =>
  `<table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${Array.from({ length: rows }, (_, n) => `<tr>${heads.map((head) => `<td>${head.slice(0, 1)}${n}值</td>`).join('')}</tr>`).join('')}</table>`;
const news = (title: string, text: string): string =>
  framed(title, `<h1>${title}</h1><p>来源：安和日报 发布时间：2026-05-06 字体：大 中 小</p><p>${text.repeat(20)}</p>`);
const titles = (thing: string): string[] =>
  ['召开工作推进会', '专题培训举行', '宣传活动开展', '典型经验介绍', '领导调研'].map((rest) => `我市${thing}${rest}`);

describe.each<[string, readonly string[], readonly string[]]>([
  [
    'guide-list',
    [
      framed(
        '个人办事',
        matters
          .map(
            (label, n) =>
              `<div><a href="/m/${n}">${label}</a><a href="/g/${n}">办事指南</a><a href="/o/${n}">在线办理</a></div>`,
          )
          .join(''),
      ),
      framed('部门办事', `<ul>${list(matters)}</ul>`),
      framed(
        '事项列表',
        table(['事项名称', '实施部门', '操作'])
          .replaceAll('操0值', '在线办理')
          .replaceAll(/操\d值/g, '在线办理'),
      ),
    ],
    [
      framed('办事指南', `<ul>${newsList(titles('办事指南'))}</ul>`),
      framed('办事指南', '<p>暂无数据</p>'),
      news('我市个人办事实现一网通办', '个人办事更方便了。'),
      framed('互动交流', '<a href="/a">在线办理</a>'),
    ],
  ],
  [
    'progress-query',
    [
      framed(
        '办件进度查询',
        '<form><input name="bh" placeholder="请输入办件编号"><input name="yzm" placeholder="验证码"><button>查询</button></form>',
      ),
      framed(
        '进度查询',
        '<div><input placeholder="受理编号"><input placeholder="查询密码"><a class="btn" onclick="q()">查询</a></div>',
      ),
      framed('查一查', '<form><input name="projid" placeholder="申报号"><button>查询</button></form>'),
    ],
    [
      framed('信件查询', '<form><input placeholder="查询编号"><button>查询</button></form>'),
      framed('站内搜索', '<form><input name="q"><button>搜索</button></form>'),
      framed('办件公示', table(['办件编号', '事项名称', '状态'])),
      framed('办件查询', '<p>功能升级中，敬请期待</p>'),
    ],
  ],
  [
    'rating',
    [
      framed(
        '我要评价',
        '<form><input type="radio" value="非常满意">非常满意 <input type="radio">满意 <input type="radio">基本满意 <input type="radio">不满意</form>',
      ),
      framed('好差评', table(['部门', '评价总数', '好评数', '好评率'])),
    ],
    [
      news('一图读懂政务服务好差评制度', '好差评让群众评判，非常满意、满意、基本满意、不满意。'),
      framed('好差评', '<p>该栏目正在建设中</p>'),
      framed('好差评', `<ul>${newsList(titles('好差评'))}</ul>`),
    ],
  ],
  [
    'rates',
    [
      framed('评价统计', '<p>好评率：<b>99.62%</b></p><p>主动评价率：87.1%</p>'),
      framed('好差评', '<ul><li><span>好评率</span><em>98.5%</em></li></ul>'),
      framed('数据看板', '<p>全市好评率达99.1%，差评整改率100%</p>'),
    ],
    [framed('好差评', '<a href="/a">我要评价</a>'), framed('经济运行', '<p>城镇化率：60.1%</p>')],
  ],
  [
    'cross-region-zone',
    [
      framed('跨省通办', `<ul>${list(['北京', '天津', '河北', '山东', '河南'])}</ul>`),
      framed('跨省通办专区', '<p>通办事项共<b>128</b>项</p>'),
      framed('异地通办', `${table(['事项名称', '办理方式', '操作']).replaceAll(/操\d值/g, '在线办理')}`),
    ],
    [
      framed('跨省通办', `<ul>${newsList(titles('跨省通办'))}</ul>`),
      news('我市开展跨省通办工作', '跨省通办事项128项。'),
      framed('政务服务', '<a href="/kstb/">跨省通办</a>'),
      framed('跨省通办', '<p>敬请期待</p>'),
    ],
  ],
  [
    'one-thing-zone',
    [
      framed(
        '高效办成一件事',
        `<ul>${list(['新生儿出生一件事', '企业信息变更一件事', '我要开餐馆', '退休一件事'])}</ul>`,
      ),
      framed('集成服务', '<h3>教育入学</h3><h3>社会保障卡居民服务</h3><h3>残疾人服务</h3><h3>企业破产信息核查</h3>'),
      framed(
        '主题服务',
        `<ul>${list(['新生儿出生一件事', '企业注销一件事', '二手房转移登记一件事', '军人退役一件事', '公民身后一件事', '就医费用报销一件事'])}</ul>`,
      ),
    ],
    [
      framed('一件事', `<ul>${newsList(titles('一件事'))}</ul>`),
      framed('办事服务', '<a href="/yjs/">高效办成一件事</a>'),
      framed('一件事', '<p>暂无内容</p>'),
      news('高效办成一件事改革推进会召开', '新生儿出生、企业信息变更、退休一件事。'),
    ],
  ],
  [
    'certificates',
    [
      framed('电子证照', `<ul>${list(['食品经营许可证', '结婚证', '不动产权证书', '营业执照'])}</ul>`),
      framed(
        '证照查询',
        '<form><input placeholder="证照编号"><input placeholder="持证人"><button>查询</button></form>',
      ),
      framed('电子证照库', '<p>已归集 356 类电子证照</p>'),
    ],
    [
      framed('电子证照', `<ul>${newsList(titles('电子证照'))}</ul>`),
      framed('电子证照管理办法', '<p>第一条 为了规范电子证照。</p>'),
      framed('服务', '<a href="/zz/">电子证照</a>'),
    ],
  ],
  [
    'personal-space',
    [
      framed(
        '个人中心',
        '<ul><li>我的办件</li><li>我的收藏</li><li><a href="/a">我的证照</a></li><li>账号设置</li></ul>',
      ),
    ],
    [
      framed('个人中心', '<p>请先登录</p>'),
      framed('互动交流', '<a href="/u">个人中心</a>'),
      news('市民个人中心上线', '我的办件、我的收藏、我的证照。'),
    ],
  ],
  [
    'enterprise-space',
    [
      framed(
        '企业专属空间',
        '<a href="/a">惠企政策</a><a href="/b">政策匹配</a><a href="/c">我的办件</a><a href="/d">企业画像</a>',
      ),
    ],
    [framed('企业空间', '<p>请登录后查看</p>'), framed('首页', '<a href="/q">企业专区</a>')],
  ],
  [
    'power-list',
    [
      framed('权责清单', table(['序号', '职权名称', '职权类别', '实施依据', '责任事项'])),
      framed(
        '安和市教育局权责清单（2026年版）',
        '<p>来源：教育局 发布日期：2026-01-01</p><a href="/f/1.xlsx">附件：权责清单.xlsx</a>',
      ),
      framed(
        '部门权责清单',
        `<ul>${list(['市教育局', '市民政局', '市财政局', '市司法局', '市发展和改革委员会'])}</ul>`,
      ),
    ],
    [
      news('我市召开权责清单编制工作会议', '权责清单是政府的自我约束。'),
      framed('权责清单', '<p>暂无数据</p>'),
      framed('权责清单', `<ul>${newsList(titles('权责清单'))}</ul>`),
      framed('安全生产责任清单', table(['序号', '责任', '依据', '单位'])),
    ],
  ],
  [
    'permit-list',
    [framed('行政许可事项清单', table(['序号', '事项名称', '主管部门', '实施机关', '设定依据']))],
    [framed('行政许可公示', table(['序号', '许可决定书文号', '许可内容'])), news('行政许可事项清单解读', '清单管理。')],
  ],
  [
    'public-service-list',
    [
      framed(
        '关于印发安和市公共服务事项清单的通知',
        `<p>各县区：</p>${table(['序号', '服务事项', '服务对象', '责任单位'])}`,
      ),
    ],
    [framed('公共文化服务', table(['场馆', '地址', '时间']))],
  ],
  [
    'proof-list',
    [framed('证明事项目录', table(['序号', '证明名称', '证明用途', '开具单位']))],
    [framed('证明事项', '<p>敬请期待</p>')],
  ],
  [
    'charge-list',
    [
      framed('涉企收费目录清单', table(['序号', '收费项目', '收费标准', '政策依据'])),
      framed('行政事业性收费目录清单', '<a href="/a.pdf">附件：收费目录清单</a>'),
    ],
    [framed('停车收费', table(['路段', '收费标准', '时间']))],
  ],
  [
    'disclosure-zone',
    [
      framed(
        '基层政务公开标准化规范化',
        `<ul>${list(['国土空间规划', '重大建设项目', '公共资源交易', '财政预决算'])}</ul>`,
      ),
      framed(
        '重点公开',
        `<ul>${list(['国土空间规划', '公共资源交易', '财政预决算', '安全生产', '税收管理', '征地补偿', '生态环境', '公共文化服务', '扶贫', '救灾', '社会保险'])}</ul>`,
      ),
    ],
    [
      framed('基层政务公开', `<ul>${newsList(titles('政务公开'))}</ul>`),
      framed('政务公开', '<a href="/jc/">基层政务公开标准化规范化</a><a href="/c">财政预决算</a>'),
    ],
  ],
  [
    'disclosure-table',
    [
      framed(
        '义务教育领域基层政务公开标准目录',
        table(['序号', '公开事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体']),
      ),
      framed('目录', table(['一级事项', '公开内容', '公开时限', '公开渠道和载体'])),
    ],
    [
      framed('政府信息公开指南', '<p>公开方式：网站</p><p>公开时限：20日</p>'),
      news('我市规范公开目录', '公开事项、公开内容、公开依据。'),
    ],
  ],
])('%s', (kind, yes, no) => {
  it.each(yes.map((html, index) => [index, html] as const))('is %i', (_, html) => expect(kinds(html)).toContain(kind));
  it.each(no.map((html, index) => [index, html] as const))('is not %i', (_, html) =>
    expect(kinds(html)).not.toContain(kind),
  );
  it('is nothing of an empty or hostile page', () => {
    for (const html of ['', '<html>', framed('', ''), `<h1>${'甲'.repeat(5000)}</h1>`, '<table><tr><td>'.repeat(500)])
      expect(kinds(html)).not.toContain(kind);
  });
});

it('a heading above rows names a list, whatever the column is called', () => {
  const rows = table(['编号', '职权名称', '类别', '依据'], 6);
  expect(kinds(framed('权力运行', `<h4>林业局权责清单</h4>${rows}`))).toContain('power-list');
  expect(
    kinds(framed('权力运行', `<h4>权力运行监督情况</h4>${table(['编号', '单位', '类别', '结果'], 6)}`)),
  ).not.toContain('power-list');
});
