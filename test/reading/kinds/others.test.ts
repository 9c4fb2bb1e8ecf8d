import { describe, expect, it } from 'vitest';
import { framed, kinds, newsList } from './read.ts';

const list = (labels: readonly string[], base = '/i'): string =>
  labels.map((label, n) => `<li><a href="${base}/${n + 10}.html">${label}</a></li>`).join('');
const news = (title: string, text: string): string =>
  framed(title, `<h1>${title}</h1><p>来源：安和日报 发布时间：2026-05-06 字体：大 中 小</p><p>${text.repeat(20)}</p>`);
const asked = [
  '如何办理居住证？',
  '医保断缴怎么办？',
  '公积金提取需要什么材料',
  '新生儿上户口在哪里办理？',
  '驾驶证到期如何更换',
  '失业金怎样申领？',
];

describe.each<[string, readonly string[], readonly string[]]>([
  [
    'appeal-hub',
    [
      framed(
        '互动交流',
        '<a href="/a">市长信箱</a><a href="/b">网上调查</a><a href="/c">意见征集</a><a href="/d">我要投诉</a>',
      ),
    ],
    [
      framed('政务公开', '<a href="/a">市长信箱</a><a href="/b">网上调查</a><a href="/c">意见征集</a>'),
      framed('互动交流', '<p>暂无内容</p>'),
    ],
  ],
  [
    'mailbox',
    [
      framed('市长信箱', '<a href="/w">我要写信</a><a href="/x">写信须知</a>'),
      framed('书记信箱', '<form><input placeholder="标题"><textarea></textarea><button>提交信件</button></form>'),
    ],
    [
      framed('市长信箱', '<p>栏目建设中</p>'),
      news('市长信箱全年办结来信三千件', '市长信箱办理情况。'),
      framed('互动', '<a href="/a">市长信箱</a>'),
    ],
  ],
  [
    'hotline',
    [
      framed('12345政务服务便民热线', '<p>热线电话：0371-12345678，24小时服务</p>'),
      framed('市长公开电话', '<p>请拨打12345</p><a href="/a">我要咨询</a>'),
    ],
    [news('12345热线一季度受理情况', '12345热线受理诉求。'), framed('便民热线', '<p>暂无内容</p>')],
  ],
  [
    'poll',
    [
      framed(
        '意见征集',
        '<ul><li><a href="/1">关于公开征求停车办法意见的公告</a> 2026-01-01 已结束</li><li><a href="/2">关于公开征求供热条例意见的公告</a> 2026-02-01 已结束</li><li><a href="/3">关于公开征求规划意见的公告</a> 2026-03-01 进行中</li></ul>',
      ),
    ],
    [framed('意见征集', '<p>暂无数据</p>'), framed('意见征集结果反馈', '<p>收到意见五条。</p>')],
  ],
  [
    'appeal-query',
    [
      framed(
        '信件查询',
        '<form><input placeholder="查询编号"><input placeholder="查询密码"><button>查询</button></form>',
      ),
      framed('查询', '<form><input placeholder="请输入信件编号"></form>'),
    ],
    [
      framed('办件查询', '<form><input placeholder="办件编号"></form>'),
      framed('搜索', '<form><input name="q"></form>'),
    ],
  ],
  [
    'letter-rules',
    [framed('写信须知', '<p>一般来信在15个工作日内答复。</p><p>来信请如实填写。</p>')],
    [framed('写信须知', '<p>暂无内容</p>'), framed('考试须知', '<p>考生须在2个工作日内确认，受理电话。</p>')],
  ],
  [
    'faq-list',
    [
      framed('常见问题', `<ul>${list(asked)}</ul>`),
      framed('政策问答', '<p>问：申请条件是什么？</p><p>答：年满十八岁。</p><p>问：去哪里办？</p><p>答：窗口。</p>'),
      framed('FAQ', asked.map((q) => `<dl><dt>${q.replace(/？?$/, '？')}</dt><dd>到窗口办理。</dd></dl>`).join('')),
    ],
    [
      framed('常见问题', '<p>暂无数据</p>'),
      framed('知识产权', `<ul>${list(['知识产权局职责说明', '知识产权保护工作情况'])}</ul>`),
      framed(
        '政策问答',
        `<ul>${newsList(['我市召开政策宣讲会发布消息', '市政府举行政策发布活动', '政策培训在市委党校开班', '政策服务进企业活动启动'])}</ul>`,
      ),
      news('如何保护个人信息？专家这样说', '如何保护？'),
    ],
  ],
  [
    'response-list',
    [
      framed(
        '回应关切',
        `<ul>${newsList(['关于城区停水情况的回应说明', '关于公交线路调整的情况说明', '关于学位紧张问题的答复情况'])}</ul>`,
      ),
    ],
    [
      framed('回应关切', '<p>共0条</p>'),
      framed('政务公开', '<a href="/hygq/">回应关切</a>'),
      news('市政府回应社会关切', '回应关切。'),
    ],
  ],
  [
    'follow-up-report',
    [
      framed(
        '满意度回访结果',
        '<table><tr><th>单位</th><th>回访件</th><th>满意率</th></tr><tr><td>甲</td><td>12</td><td>98%</td></tr></table>',
      ),
      framed('12345热线回访情况通报', '<p>本月共回访诉求人1203人，满意率96.4%。</p>'),
      framed(
        '回访公示',
        `<ul>${newsList(['2026年9月热线回访情况公示', '2026年8月热线回访情况公示', '2026年7月热线回访情况公示'])}</ul>`,
      ),
    ],
    [
      framed('满意度调查问卷', '<form><input type="radio">满意</form>'),
      framed('市民热线三月受理情况通报', '<p>受理工单1200件，办结率97%。</p>'),
      framed('旅游满意度排名', '<p>满意度98%</p>'),
      framed('回访', '<p>暂无内容</p>'),
    ],
  ],
  [
    'statement',
    [
      framed(
        '网站声明',
        '<p>本网站版权归安和市人民政府办公室所有，未经授权不得转载用于商业目的。</p><p>本网站链接的其他网站内容，本网站不承担法律责任，特此声明。</p>',
      ),
    ],
    [framed('网站声明', '<p>建设中</p>'), news('网民侵犯版权被追究法律责任', '版权、转载、链接。')],
  ],
  [
    'policy-document',
    [
      framed(
        '安和市公共数据管理办法',
        '<p>第一章 总则</p><p>第一条 为了规范。</p><p>第二章 数据安全</p><p>第二条 保障安全。</p>',
      ),
    ],
    [
      framed('安和市公共数据管理办法（征求意见稿）', '<p>第一章 总则</p><p>第二章 附则</p>'),
      framed('《安和市公共数据管理办法》解读', '<p>第一章是总则，第二章是数据安全。</p>'),
    ],
  ],
  [
    'policy-list',
    [
      framed(
        '规范性文件',
        `<ul>${newsList(['关于印发停车管理办法的通知', '关于修改若干规章的决定', '关于促进消费的若干意见', '供热管理实施细则修订公告', '关于公布继续有效文件的通知'])}</ul>`,
      ),
    ],
    [
      framed(
        '政策解读',
        `<ul>${newsList(['停车管理办法解读一', '供热条例政策图解二', '消费措施新闻发布会三', '规章修改问答材料四', '文件清理说明材料五'])}</ul>`,
      ),
    ],
  ],
  [
    'data-platform',
    [
      '<html><head><title>安和市公共数据开放平台</title></head><body><nav><a href="/c">数据目录</a><a href="/i">数据接口</a><a href="/a">创新应用</a></nav><p>数据集 1203</p></body></html>',
    ],
    [
      framed('数据发布', '<a href="/a">统计数据</a>'),
      news('公共数据开放平台上线', '数据目录、数据接口、创新应用。'),
      '<html><head><title>公共数据开放平台</title></head><body><p>登录</p></body></html>',
    ],
  ],
  [
    'dataset-list',
    [
      framed(
        '数据目录',
        ['公交线路', '学校名录', '医院名录']
          .map(
            (name, n) =>
              `<div><h4><a href="/d/${n}">${name}信息</a></h4><p>提供部门：某局 更新时间：2026-01-0${n + 1} 下载量：${n}5</p><span>XLS</span><span>JSON</span></div>`,
          )
          .join(''),
      ),
      framed(
        '开放目录',
        ['公交线路', '学校名录', '医院名录']
          .map((name, n) => `<li><a href="/d/${n}">${name}信息</a><i>CSV</i><i>XLS</i></li>`)
          .join(''),
      ),
    ],
    [
      framed('数据目录', '<p>暂无数据</p>'),
      framed(
        '统计数据',
        `<ul>${newsList(['二月份工业生产主要指标', '三月份消费价格指数情况', '一季度地区生产总值情况'])}</ul>`,
      ),
    ],
  ],
  [
    'dataset',
    [
      framed(
        '公交线路信息',
        '<table><tr><td>数据提供方</td><td>交通局</td></tr><tr><td>更新频率</td><td>每月</td></tr><tr><td>开放类型</td><td>无条件开放</td></tr><tr><td>发布时间</td><td>2026-01-01</td></tr></table>',
      ),
    ],
    [framed('公交线路调整', '<p>发布时间：2026-01-01</p><p>来源：交通局</p>')],
  ],
  [
    'api-list',
    [
      framed(
        '数据接口',
        ['公交', '学校', '医院']
          .map(
            (name, n) => `<div><a href="/api/${n}">${name}信息查询接口</a><p>调用次数：${n}2 请求方式：GET</p></div>`,
          )
          .join(''),
      ),
      framed('接口服务', `<ul>${list(['公交线路实时查询接口', '学校基本信息查询接口', '医院挂号信息查询接口'])}</ul>`),
    ],
    [
      framed('接口规范', `<ul>${list(['接口调用流程规范说明', '接口申请办法规范说明', '接口安全规范说明文本'])}</ul>`),
      framed('数据接口', '<p>暂无接口</p>'),
    ],
  ],
  [
    'app-list',
    [framed('创新应用', `<ul>${list(['安和停车智能查询应用', '安和公交实时到站应用', '安和旅游导览小助手'])}</ul>`)],
    [
      framed(
        '创新应用',
        `<ul>${newsList(['数据应用大赛启动仪式举行', '我市召开数据应用推进会议', '数据应用案例征集活动开展'])}</ul>`,
      ),
      framed('应用成果', '<p>暂无应用</p>'),
    ],
  ],
  [
    'search-page',
    [framed('智能搜索', '<form><input name="q" placeholder="请输入关键词"><button>搜索</button></form>')],
    [
      framed('新闻中心', '<form><input name="q" placeholder="请输入关键词"></form>'),
      framed('搜索引擎优化培训', '<p>x</p>'),
    ],
  ],
  [
    'search-results',
    [
      framed(
        '搜索',
        `<p>为您找到相关结果约 128 条</p><ul>${newsList(['关于居住证办理的通知公告', '居住证管理办法全文内容', '居住证办理指南常见问题'])}</ul>`,
      ),
    ],
    [framed('搜索', '<p>找到 0 条结果</p>'), framed('新闻', '<p>共 128 条</p>')],
  ],
  [
    'robot',
    [
      framed('智能问答', '<p>您好，有什么可以帮您？</p><input placeholder="请输入您的问题"><button>发送</button>'),
      '<html><title>小安</title><body><div>猜你想问</div><div>如何办理居住证</div><textarea placeholder="请描述您的问题"></textarea><a>发送</a></body></html>',
    ],
    [
      framed('智能问答', '<p>功能升级中</p>'),
      news('政务机器人上岗', '智能问答，请输入您的问题，发送。'),
      framed(
        '我要写信',
        '<form><input placeholder="标题"><textarea placeholder="请描述您的问题"></textarea><input placeholder="联系电话"><button>提交</button></form>',
      ),
      framed('互动', '<a href="/z">智能问答</a>'),
    ],
  ],
  [
    'accessible',
    [framed('长者专区', '<div>放大 缩小 语音 大鼠标 十字线 配色</div>')],
    [framed('无障碍环境建设条例', '<p>语音、字号、大字。</p>'), framed('新闻', '<p>字体 放大 缩小 语音</p>')],
  ],
  [
    'site-map',
    [framed('网站地图', list(Array.from({ length: 20 }, (_, n) => `栏目${n}`)))],
    [framed('网站地图', '<p>暂无内容</p>'), framed('新闻', list(Array.from({ length: 20 }, (_, n) => `栏目${n}`)))],
  ],
])('%s', (kind, yes, no) => {
  it.each(yes.map((html, index) => [index, html] as const))('is %i', (_, html) => expect(kinds(html)).toContain(kind));
  it.each(no.map((html, index) => [index, html] as const))('is not %i', (_, html) =>
    expect(kinds(html)).not.toContain(kind),
  );
  it('is nothing of an empty or hostile page', () => {
    for (const html of [
      '',
      '<html>',
      framed('', ''),
      `<title>${'乙'.repeat(5000)}</title>`,
      '<ul><li><a href="/x">'.repeat(500),
    ])
      expect(kinds(html)).not.toContain(kind);
  });
});
