import { columnLink, plainLink } from '../parts/links.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';

function limitText(portal: Portal): string {
  const days = portal.town.truth.replies?.limitDays ?? portal.town.truth.appeal.form?.limitDays ?? null;
  if (days === null) return '您的来信我们会认真办理并及时答复。';
  return portal
    .draw('limit')
    .pick([
      `承办单位自收到来信之日起${days}个工作日内予以答复。`,
      `办理时限：${days}个工作日。`,
      `一般问题在受理后${days}个工作日内回复。`,
      `我们承诺${days}个工作日内答复您的来信。`,
    ]);
}

/** The letter form. It stores nothing and answers every submission the same way. */
function letterForm(portal: Portal): string {
  const form = portal.town.truth.appeal.form;
  if (form === null) return '';
  const draw = portal.draw('letter-form');
  const off = form.login ? ' disabled' : '';
  const length = form.maxLength;
  const script = length !== null && draw.chance(0.3);
  const area =
    length === null
      ? `<textarea name="content" rows="10" cols="60"${off}></textarea>`
      : script
        ? `<textarea name="content" rows="10" cols="60"${off} onkeyup="if(this.value.length>${length})this.value=this.value.substr(0,${length})"></textarea><em>内容不超过${length}字</em>`
        : `<textarea name="content" rows="10" cols="60" maxlength="${length}"${off}></textarea>${draw.chance(0.6) ? `<em>限${length}字以内</em>` : ''}`;
  const login = form.login
    ? `<div class="login-tip">请先${plainLink('登录', portal.town.bases.service.href)}后再提交，未注册用户请先注册。</div>`
    : draw.pick(['<div class="tip">无需登录即可提交。</div>', '<div class="tip">带*为必填项。</div>', '']);
  const days = form.limitDays === null ? '' : `<p class="tip">提交后${form.limitDays}个工作日内答复。</p>`;
  return `${login}<form action="${escapeHtml(portal.columnPath('form'))}" method="post" class="letter-form">
<p><label>* 姓名</label><input type="text" name="username"${off}></p><p><label>* 联系电话</label><input type="text" name="phone"${off}></p><p><label>* 标题</label><input type="text" name="title" maxlength="50"${off}></p>
<p><label>信件类型</label><select name="type"${off}><option>咨询</option><option>建议</option><option>投诉</option><option>求助</option></select></p><p><label>* 内容</label>${area}</p>
<p><label>是否公开</label><input type="radio" name="open" value="1" checked>是 <input type="radio" name="open" value="0">否</p><p><label>验证码</label><input name="captcha" size="6"${off}><img src="${portal.family.assets}/captcha.png"></p>
<p><input type="submit" value="${draw.pick(['提交', '提 交', '确认提交'])}"${off}><input type="reset" value="重置"></p></form>${days}`;
}

/** The form's page. */
export function formPage(portal: Portal, column: PortalColumn, submitted: boolean): Content {
  const query = portal.has('query')
    ? `<p>提交后可凭信件编号和查询密码在${plainLink(portal.column('query').name, portal.columnPath('query'))}查询办理结果。</p>`
    : '';
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${submitted ? '<p class="error">验证码错误，请返回重试。</p>' : letterForm(portal)}${query}`,
    metas: columnMetas(portal, column),
  };
}

/** Page that looks up a letter by number. */
export function queryPage(portal: Portal, column: PortalColumn, asked: boolean): Content {
  const draw = portal.draw('query');
  const number = draw.pick(['信件编号', '查询编号', '受理编号', '查询码']);
  const form = `<form action="${escapeHtml(portal.columnPath('query'))}" method="post"><p><label>${number}</label><input type="text" name="code"></p><p><label>查询密码</label><input type="password" name="pwd"></p><input type="submit" value="查询"></form>`;
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${asked ? '<p>没有查到相关信件，请核对编号。</p>' : ''}${form}`,
    metas: columnMetas(portal, column),
  };
}

function hotlineBody(portal: Portal): string {
  return `<p>${escapeHtml(portal.names.full)}12345政务服务便民热线7×24小时受理企业和群众的咨询、求助、投诉、举报和意见建议。</p><p>受理范围：经济调节、市场监管、社会管理、公共服务、生态环境保护等领域。</p><p>拨打方式：市内直拨12345，外地拨打0${portal.draw('hotline').between(310, 998)}-12345。</p><p>办理流程：受理、派单、办理、答复、督办、办结。</p>`;
}

function pollBody(portal: Portal): string {
  const draw = portal.draw('poll');
  const subjects = [
    '城市公共停车规划',
    '生活垃圾分类办法',
    '公共交通票价调整',
    '养老服务条例',
    '历史建筑保护名录',
    '中小学课后服务',
  ];
  return `<ul class="list">${draw
    .shuffle(subjects)
    .slice(0, 5)
    .map(
      (subject, index) =>
        `<li>关于《${subject}》公开征求意见的公告 <span>${index < 2 ? '进行中' : '已结束'}</span> <span>${portal.articleDate(portal.column('notice'), index * 12 + 3)}</span></li>`,
    )
    .join(
      '\n',
    )}</ul><form action="${escapeHtml(portal.columnPath('poll'))}" method="post"><p>您对本市政务公开工作是否满意？</p><label><input type="radio" name="v" value="1">满意</label><label><input type="radio" name="v" value="2">基本满意</label><label><input type="radio" name="v" value="3">不满意</label><input type="submit" value="投票"></form>`;
}

/** Page of a contact channel, which explains how to use it. */
export function channelPage(portal: Portal, column: PortalColumn): Content {
  const has = portal.has('form');
  const enter = [
    has ? columnLink(portal, 'form', portal.draw(`enter:${column.key}`), 'block', 'inner') : '',
    portal.has('letters') ? plainLink(portal.column('letters').name, portal.columnPath('letters')) : '',
  ];
  const mail = `<p>通信地址：${escapeHtml(portal.names.authority)}办公室，邮政编码：${portal.draw('post').between(10, 85)}0000。电子邮箱：<a href="mailto:szxx@${escapeHtml(portal.names.host.replace(/^www\./, ''))}">szxx@${escapeHtml(portal.names.host.replace(/^www\./, ''))}</a></p>`;
  const notice = `<div class="xz"><h3>${portal.draw('notice-word').pick(['写信须知', '来信须知', '受理须知', '用户须知'])}</h3><p>1．请如实填写姓名和联系方式，并对内容的真实性负责。</p><p>2．一件一诉，请勿重复提交。</p><p>3．${limitText(portal)}</p></div>`;
  let body: string;
  switch (column.key) {
    case 'hotline':
      body = hotlineBody(portal);
      break;
    case 'poll':
      body = pollBody(portal);
      break;
    case 'petition':
      body = `<p>网上信访受理群众提出的信访事项，实行“阳光信访、责任信访、法治信访”。</p><p>受理地址：${escapeHtml(portal.names.full)}信访局人民来访接待中心。</p>${notice}${plainLink('国家信访局', 'https://www.gjxfj.gov.cn/')}`;
      break;
    default:
      body = `${notice}${has ? '' : mail}`;
  }
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${body}<div class="enter">${enter.filter((item) => item !== '').join('\n')}</div>`,
    metas: columnMetas(portal, column),
  };
}
