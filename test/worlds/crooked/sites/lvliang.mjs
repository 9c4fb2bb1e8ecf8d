// Lüliang: a wall of scripts before the portal (412, the page only computes a cookie), a block page before the service platform. Nobody gets in without passing them.
import { reply } from '../lib.mjs';
const P = 'www.lvliangzf.gov.cn'; const S = 'zwfw.lvliangzf.gov.cn';
const tokens = (n) => Array.from({ length: n }, (_, i) => ((i * 7919 + 104729) % 65536).toString(16)).join('');
const challenge = () => reply(`<!DOCTYPE html><html><head><meta charset="utf-8"><meta id="cq9L2" content="${tokens(60)}"><script type="text/javascript">var $_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=${48211};$_ts.cd="${tokens(120)}";if($_ts.lcd)$_ts.lcd();</script></head><body></body></html>`, { status: 412, headers: { 'Set-Cookie': 'kR8wZs=60aQ9; Path=/; HttpOnly', 'Cache-Control': 'no-store' } });
const block = () => reply('<html><head><meta charset="utf-8"><title>访问被拦截</title></head><body><h3>很抱歉，由于您访问的网址有可能对网站造成安全威胁，您的访问被阻断。</h3><p>事件编号：0000000000000000</p></body></html>', { status: 403 });
const names = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-security-policy privacy-policy'.split(' ');
export default { code: '141100', name: '吕梁市', pinyin: 'lvliang', province: '山西省', region: '中部', portal: `http://${P}/`, service: `http://${S}/`, open_data: '',
  hosts: { [P]: { handle: challenge, wall: true, server: '******' }, [S]: { handle: block, wall: true } },
  truth: [...names.map((p) => [p, 'unknown', null, null, 'portal answers 412 with a script challenge, service host 403']), ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['unknown', 'not-applicable'], null, null, 'behind the wall'])] };
