// 阿里地区: the portal shows the same notice of an upgrade at every address.
import { ago, reply } from '../lib.mjs';
const W = 'www.ali-web.gov.cn';
const NOTICE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>网站升级公告</title><style>.gg{margin:120px auto;width:640px;border:1px solid #b33;padding:30px;line-height:2}</style></head><body><div class="gg"><h2 align="center">公告</h2><p>阿里地区行政公署门户网站因系统迁移升级，自${ago(6, 'Y年m月d日')}起暂停访问，恢复时间另行通知。给您带来不便，敬请谅解。</p><p align="right">阿里地区行政公署办公室</p></div></body></html>`;
export const probes = ['service-lists', 'disclosure-catalog', 'service-guide', 'one-entry', 'cross-region', 'e-certificate', 'appeal-channels', 'appeal-form', 'one-thing', 'case-tracking', 'reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-search', 'smart-qa', 'accessibility', 'personal-space', 'open-data-platform', 'data-catalog', 'api-count', 'app-count', 'data-security-policy', 'privacy-policy'];
export default {
  code: '542500', name: '阿里地区', pinyin: 'ali', province: '西藏自治区', region: '西部', portal: `http://${W}/`, service: '', open_data: '',
  hosts: { [W]: { handle: () => reply(NOTICE) } },
  truth: probes.map((p) => [p, 'unknown', null, null, 'one notice at every address; nothing of the site is to be seen']),
  check: { decoys: [], dead: [], proof: {}, small: true },
};
