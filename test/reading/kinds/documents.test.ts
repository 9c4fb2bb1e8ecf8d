import { describe, expect, it } from 'vitest';
import { framed, kinds, newsList } from './read.ts';

const policy =
  '<p>我们收集您主动提供的姓名和电话。</p><p>您的个人信息仅用于办理业务，我们不会向第三方提供。</p><p>我们采取加密等安全措施保护您的信息，保存期限依照法律。</p><p>您可以查询、更正或删除自己的信息。如有疑问请联系我们。</p>';

describe('privacy-text', () => {
  it.each([
    framed('隐私声明', policy),
    framed('网站隐私保护政策', `<p>来源：市府办 发布日期：2026-01-01 字体：大</p>${policy}`),
    framed(
      '使用协议',
      `<h3>一、个人信息</h3>${policy}<p>个人信息与隐私的保护适用本协议，隐私、个人信息、个人信息均从广义。</p><p>未成年人使用需监护人同意。Cookie 用于记录登录状态。</p>`,
    ),
    framed(
      '使用帮助',
      '<p>注册时我们会收集姓名和手机号码。</p><p>您填写的信息仅用于联系您本人。</p><p>个人信息不向任何第三方提供。</p><p>我们对个人信息采用加密传输。</p><p>对个人信息的使用有疑问，可致电市政务热线，我们在十五个工作日内答复您。</p>',
    ),
    // One paragraph of another page, with nearly all the parts and one mention.
    framed(
      '怎样使用',
      '<p>浏览网页无需登录。个人信息说明：留言时我们收集您的电话，目的是告知结果；不会向外提供或出售；信息保存期三年；传输采用加密；您可以更正或删除；施行日期：2025年1月1日。</p>',
    ),
    `<html><title>x</title><h1>Privacy Policy</h1><p>${'Information we collect: your name. How we use it. We do not share it with third parties. Security measures protect it. Contact us by mail. '.repeat(2)}</p></html>`,
  ])('%#', (html) => expect(kinds(html)).toContain('privacy-text'));
  it.each([
    framed('我市开展个人信息保护专项治理行动', policy),
    framed('隐私声明', '<p>栏目建设中</p>'),
    framed(
      '怎样使用',
      '<p>个人信息说明：留言时我们收集您的电话，目的是告知结果；传输采用加密；施行日期：2025年1月1日。请放心使用本网站提供的各项服务，欢迎提出宝贵意见，谢谢您的支持和理解。</p>',
    ),
    framed(
      '隐私保护',
      `<ul>${newsList(['个人信息泄露怎么办', '如何保护好自己的隐私信息安全', '专家谈个人信息保护的重要性', '网信部门通报违法收集个人信息'])}</ul>`,
    ),
    framed(
      '网站声明',
      '<p>本网站版权归安和市人民政府所有。转载请注明来源，未经许可不得用于商业目的。本网站不承担由此产生的责任。</p>'.repeat(
        3,
      ),
    ),
  ])('no privacy text %#', (html) => expect(kinds(html)).not.toContain('privacy-text'));
});

describe('guide', () => {
  it.each([
    framed(
      '食品经营许可',
      '<table><tr><td>受理条件</td><td>有场所</td></tr><tr><td>申请材料</td><td>申请表</td></tr><tr><td>办理时限</td><td>5个工作日</td></tr><tr><td>收费标准</td><td>不收费</td></tr><tr><td>咨询电话</td><td>1234567</td></tr></table>',
    ),
    framed(
      '户口迁移',
      '<h3>一、办理依据</h3><p>条例</p><p>【申请条件】本市居民</p><p>【办理材料】身份证</p><p>【办理流程】受理—审核—办结</p><p>承诺时限：3个工作日</p><p>监督电话：12345</p>',
    ),
    framed(
      '办事指南',
      '<dl><dt>实施主体：</dt><dd>市民政局</dd><dt>设定依据：</dt><dd>条例</dd><dt>法定办结时限：</dt><dd>20日</dd><dt>是否收费：</dt><dd>否</dd></dl>',
    ),
  ])('%#', (html) => expect(kinds(html)).toContain('guide'));
  it.each([
    framed(
      '政府信息公开指南',
      '<p>受理机构：市府办</p><p>办公地址：一号</p><p>办公时间：工作日</p><p>联系电话：1</p><p>监督电话：2</p>',
    ),
    framed(
      '个人办事',
      `<ul>${newsList(['食品经营许可证核发办理', '户口迁移登记审批', '结婚登记预约办理', '不动产权证书补发'])}</ul>`,
    ),
    framed('护照怎么办？', '<p>受理条件：x</p><p>申请材料：x</p><p>办理时限：x</p><p>收费标准：x</p>'),
    framed('我市召开政务服务工作会议', '<p>受理条件：x</p><p>申请材料：x</p><p>办理时限：x</p><p>收费标准：x</p>'),
  ])('no guide %#', (html) => expect(kinds(html)).not.toContain('guide'));
});
