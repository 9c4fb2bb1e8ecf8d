import { describe, expect, it } from 'vitest';
import { framed, kinds, newsList } from './read.ts';

const table = `<table><tr><th>编号</th><th>来信标题</th><th>来信时间</th><th>办理状态</th></tr>${[
  '路灯不亮',
  '噪声扰民',
  '公交站点设置',
  '停车收费',
]
  .map(
    (title, index) =>
      `<tr><td>${index}</td><td><a href="/xj/${100 + index}.html">${title}</a></td><td>2026-09-0${index + 1}</td><td>已回复</td></tr>`,
  )
  .join('')}</table>`;
const cards = ['关于道路积水的反映', '关于学位的问题', '关于供暖的咨询']
  .map(
    (title, index) =>
      `<div class="card"><h4><a href="show?id=${index}">${title}</a></h4><p><span>来信时间：2026-08-1${index}</span> <span>答复单位：市住建局</span></p><p>状态：已办结</p></div>`,
  )
  .join('');

describe('letter-list', () => {
  it.each([
    framed('民生回音', table),
    framed('回音壁', cards),
    framed(
      '来信选登',
      `<ul>${newsList(['关于小区停水问题', '公交线路调整什么时候开始', '医保卡异地如何使用问题', '学区划分的依据是什么'])}</ul>`,
    ),
    framed(
      '群众关心',
      `<dl>${['甲', '乙', '丙'].map((who) => `<dt>写信人：${who}某</dt><dd>写信时间：2026-05-06</dd><dd>回复时间：2026-05-09</dd>`).join('')}</dl>`,
    ),
    framed(
      '市长信箱',
      `<ul>${['一', '二', '三', '四'].map((n) => `<li><span>[已答复]</span><a href="/l/${n}1">问题${n}</a> 2026-07-01</li>`).join('')}</ul>`,
    ),
    framed(
      '百姓之声',
      ['井盖破损', '公厕异味', '夜间噪声']
        .map((what, at) => `<p><a href="/b/${at}1">${what}</a>　登记 2026-05-0${at + 1}　回函 2026-05-1${at}</p>`)
        .join(''),
    ),
    framed(
      '处长有约',
      `<p>收到来信后7个工作日内予以答复。</p><ul>${['井盖破损问题', '公厕异味问题', '夜间噪声问题', '路面积水问题'].map((what, at) => `<li><a href="/c/${at}1.html">${what}</a> 2026-07-0${at + 1}</li>`).join('')}</ul>`,
    ),
    framed(
      '民意信箱',
      ['网络信号差', '垃圾清运不及时', '公租房申请进度', '小区路灯不亮']
        .map(
          (what, at) =>
            `<div class="card"><a href="/hd/${at}">${what}</a><p>2026-09-1${at} 提交 · 安和市城市管理局</p></div>`,
        )
        .join(''),
    ),
  ])('%#', (html) => expect(kinds(html)[0]).toBe('letter-list'));

  it.each([
    framed(
      '通知公告',
      `<ul>${newsList(['关于做好来信办理工作的通知', '关于召开信访工作会议的通知', '市长信箱办理情况通报发布会', '关于公布部门电话的通知'])}</ul>`,
    ),
    framed(
      '写信',
      '<form><p>信件标题：<input></p><p>信件类型：<select><option>咨询</option></select></p><p>留言内容：<textarea></textarea></p><p>处理单位：</p></form><p>2026-01-01</p><p>2026-01-02</p><p>2026-01-03</p>',
    ),
    framed('提案办理', table.replaceAll('来信', '提案')),
    framed(
      '办件公示',
      '<table><tr><th>办件编号</th><th>事项名称</th><th>办理状态</th></tr><tr><td>1</td><td>食品许可</td><td>已办结</td></tr><tr><td>2</td><td>食品许可</td><td>已办结</td></tr><tr><td>3</td><td>食品许可</td><td>已办结</td></tr></table>',
    ),
    framed('来信选登', '<p>暂无数据</p>'),
    framed(
      '我市市长信箱办理工作受到群众好评，全年回复来信三千件',
      `<p>来源：日报 发布时间：2026-01-01</p><p>${'市长信箱全年收到来信三千件，已回复两千九百件。'.repeat(20)}</p>`,
    ),
    framed(
      '意见征集',
      `<table><tr><th>标题</th><th>时间</th><th>状态</th></tr><tr><td>办法</td><td>2026-01-01</td><td>已结束</td></tr></table>`,
    ),
  ])('no letter list %#', (html) => expect(kinds(html)).not.toContain('letter-list'));
});

describe('letter', () => {
  it.each([
    framed(
      '路灯不亮',
      '<table><tr><td>来信标题：</td><td>路灯不亮</td></tr><tr><td>来信时间：</td><td>2026-03-01</td></tr><tr><td>来信内容：</td><td>幸福路路灯不亮已有一周</td></tr><tr><td>回复单位：</td><td>城管局</td></tr><tr><td>回复内容：</td><td>已安排维修</td></tr></table>',
    ),
    framed(
      '信件详情',
      '<p>写信人：王** 写信日期：2026/4/5</p><p>信件编号：2026001</p><p>【答复内容】您好，来信收悉。</p><p>答复日期：2026/4/9</p>',
    ),
    framed(
      '停车位划线',
      '<div>留言时间：2026年5月6日</div><div>留言内容</div><div>请问何时划线</div><div>办理状态</div><div>办理中</div>',
    ),
  ])('%#', (html) => expect(kinds(html)).toContain('letter'));
  it.each([
    framed(
      '写信',
      '<form><label>信件标题：</label><input name="title">来信内容：<textarea name="content"></textarea>联系电话：<input name="tel">回复内容：</form>',
    ),
    framed('民生回音', cards),
    framed('常见问题', '<p>问：如何办理？</p><p>答：到窗口办理。</p>'),
    framed(
      '关于加强来信办理的通知',
      `<p>来源：市府办 发布时间：2026-02-02</p><p>${'各单位要及时回复来信。'.repeat(40)}</p>`,
    ),
  ])('no letter %#', (html) => expect(kinds(html)).not.toContain('letter'));
});

describe('appeal-form', () => {
  it.each([
    framed(
      '我要写信',
      '<form method="post"><input name="title" placeholder="信件标题"><textarea name="content"></textarea><input name="phone" placeholder="联系电话"><button>提交</button></form>',
    ),
    framed(
      '互动',
      '<table><tr><td>姓 名：</td><td><input name="a1"></td></tr><tr><td>手机号码：</td><td><input name="a2"></td></tr><tr><td>主题：</td><td><input name="a3"></td></tr><tr><td>内容：</td><td><textarea name="a4"></textarea></td></tr></table><a onclick="send()" class="btn">提交</a>',
    ),
    framed(
      '市长信箱',
      '<form><select name="dept"><option>住建局</option></select><input name="xm" placeholder="您的姓名"><textarea placeholder="请描述您的问题"></textarea><input type="submit" value="提交"></form>',
    ),
    framed(
      '有话说',
      '<form><input placeholder="标题"><input placeholder="联系方式"><textarea placeholder="诉求内容"></textarea></form>',
    ),
  ])('%#', (html) => expect(kinds(html)).toContain('appeal-form'));
  it.each([
    framed('网站纠错', '<form><input name="title"><textarea name="content"></textarea><input name="phone"></form>'),
    framed(
      '依申请公开',
      '<form><input name="xm" placeholder="姓名"><textarea name="c" placeholder="所需信息内容描述"></textarea><input name="tel" placeholder="联系电话"></form>',
    ),
    framed(
      '意见征集',
      '<form><input placeholder="姓名"><input placeholder="电话"><textarea placeholder="意见内容"></textarea></form>',
    ),
    framed(
      '用户注册',
      '<form><input placeholder="姓名"><input type="password"><textarea placeholder="说明"></textarea></form>',
    ),
    framed('搜索', '<form><input name="q" placeholder="请输入内容"><button>搜索</button></form>'),
    framed('写信须知', '<p>请如实填写姓名、电话。</p>'),
    framed('互动交流', '<a href="/xx/">我要写信</a><a href="/zx/">我要咨询</a>'),
  ])('no form %#', (html) => expect(kinds(html)).not.toContain('appeal-form'));
});
