// Jinchang: a notice of maintenance at every address of portal and service host, with status 200.
import { ago, script } from '../lib.mjs';
const P = 'www.jinchang-longshou.gov.cn', Z = 'fw.jinchang-longshou.gov.cn';
const notice = (ctx) => ctx.path === '/n/clock.js' ? script('document.getElementById("t").textContent=new Date().toLocaleDateString()') : `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><title>金昌市人民政府</title><style>.b{width:70%;margin:12% auto;border:1px solid #d00;padding:2em}</style></head><body><div class="b"><h2>系统维护公告</h2><p>因机房线路割接，金昌市人民政府网站自${ago(3, 'Y年m月d日')}起暂停访问，政务服务、市长信箱、数据开放、智能问答等栏目同时停用，恢复时间另行公告。</p><p>紧急事项请拨打12345。</p><p>今天是 <span id="t"></span></p></div><script src="/n/clock.js"></script></body></html>`;
const un = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
export default { code: '620300', name: '金昌市', pinyin: 'jinchang', province: '甘肃省', region: '西部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: '',
  hosts: { [P]: { handle: notice }, [Z]: { handle: notice } }, evidence: {},
  truth: [...un.map((x) => [x, 'unknown', null, null, 'a maintenance notice at every address']), ['appeal-channels', ['unknown', 'present'], null, null, 'the notice names 12345 and nothing else']] };
