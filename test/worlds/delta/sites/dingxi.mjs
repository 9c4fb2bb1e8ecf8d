// 定西市: the portal stands behind a wall (521 with a cookie script, never passed); service branch lives, data branch is empty.
import { reply } from '../lib.mjs';
import { createHash } from 'node:crypto';
import * as gansu from '../shared/gansu.mjs';
import { guideShare } from './qingyang.mjs';
const S = `http://${gansu.S}`, D = `http://${gansu.D}`, H = 'www.dingxidlt.gov.cn', U = 'portal is behind a wall';
let n = 0;
function wall(ctx) {
  const id = createHash('md5').update(String(n++)).digest('hex');
  if (/__jsl_clearance/.test(ctx.headers.cookie ?? '')) return reply(`<script>;go({"bts":["1764400000.2${n % 10}|0|kq","${id.slice(0, 12)}%3D"],"chars":"YpQrTbKzWm","ct":"${id}","ha":"sha256","tn":"__jsl_clearance","vt":"3600","wt":"1500"})</script>`, { status: 521, headers: { 'X-Via-Jsl': id.slice(0, 7) + ',-' } });
  return reply("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_')+('c')+('l')+('e')+('a')+('r')+('a')+('n')+('c')+('e')+('=')+(1+6+'')+('|')+('-')+(-~0+'')+('|')+('d')+('x')+(';')+('m')+('a')+('x')+('-')+('a')+('g')+('e')+('=')+('3')+('6')+('0')+('0')+(';')+('p')+('a')+('t')+('h')+('=')+('/');location.href=location.pathname+location.search</script>", { status: 521, headers: { 'Set-Cookie': `__jsluid_h=${id}; max-age=31536000; path=/; HttpOnly`, 'X-Via-Jsl': id.slice(0, 7) + ',-' } });
}
export default {
  code: '621100', name: '定西市', pinyin: 'dingxi', province: '甘肃省', region: '西部', portal: `http://${H}/`, service: `${S}/dingxi/index.html`, open_data: `${D}/dingxi/home`, portalDown: true,
  hosts: { [H]: { handle: wall, wall: true, server: 'JSL' }, [gansu.S]: { handle: gansu.service, gzip: true }, [gansu.D]: { handle: gansu.data } },
  dead: [/dingxi\/qz\/(xzxk|zrqd)/],
  truth: [
    ['service-lists', 'present', 'linked', null, 'two entries, both pages are dead'],
    ['disclosure-catalog', 'unknown', null, null, U],
    ['service-guide', 'present', 'working', { share: 1 }, 'all elements'],
    ['one-entry', 'present', ['reachable', 'linked'], null, 'app page of the province platform'],
    ['cross-region', 'unknown', null, null, 'none on the branch; ' + U],
    ['e-certificate', 'unknown', null, null, 'none on the branch; ' + U],
    ['appeal-channels', 'unknown', null, null, U], ['appeal-form', 'unknown', null, null, U],
    ['one-thing', 'present', 'working', { count: 12 }, '12 of the branch'],
    ['case-tracking', 'present', 'working', null, 'query by code'],
    ...['reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-search', 'smart-qa', 'accessibility'].map((p) => [p, 'unknown', null, null, U]),
    ['personal-space', 'present', 'reachable', null, 'log-in names the spaces'],
    ['open-data-platform', 'present', ['reachable'], null, 'branch opens and holds nothing; 6320 is the province'],
    ['data-catalog', 'present', ['reachable'], null, '0 data sets of the branch'],
    ['api-count', ['present', 'absent'], null, { count: 0 }, 'branch has 0'],
    ['app-count', ['present', 'absent'], null, { count: 0 }, 'branch has 0'],
    ['data-security-policy', 'unknown', null, null, 'rules column of the branch is empty; ' + U],
    ['privacy-policy', 'present', 'working', { count: [7, 6] }, 'registration page of the province'],
  ],
  where: { 'service-lists': `${S}/dingxi/qz/xzxk.html`, 'service-guide': `${S}/dingxi/sx/2001.html`, 'one-entry': `${S}/sjd/index.html`, 'one-thing': `${S}/dingxi/yjs/index.html`, 'case-tracking': `${S}/dingxi/cx/index.html`, 'personal-space': `${S}/sso/login?backUrl=/grkj`, 'open-data-platform': `${D}/dingxi/home`, 'data-catalog': `${D}/dingxi/data`, 'api-count': `${D}/dingxi/service`, 'app-count': `${D}/dingxi/appliance`, 'privacy-policy': `${S}/sso/ys.html` },
  recount: {
    'service-guide': guideShare('dingxi/sx/2001.html'),
    'one-thing': (get) => get(`${S}/dingxi/yjs/index.html`).match(/class="it"/g).length,
    'api-count': (get) => JSON.parse(get(`${D}/api/portal/stat?divisionId=621100`)).data.apiCount,
    'app-count': (get) => JSON.parse(get(`${D}/api/portal/stat?divisionId=621100`)).data.appCount,
    'privacy-policy': (get) => ['收集的信息', '目的', '共享', '存储', '安全措施', '有权', '最近更新', '联系'].filter((k) => get(`${S}/sso/ys.html`).includes(k)).length,
  },
};
