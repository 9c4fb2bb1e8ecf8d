// 庆阳市: the portal is dead; branches of the province's service platform and data platform live.
import { times } from '../lib.mjs';
import * as gansu from '../shared/gansu.mjs';
const S = `http://${gansu.S}`, D = `http://${gansu.D}`, U = 'portal is dead';
const guideShare = (id) => (get) => (1 + ['实施机关', '设定依据', '受理条件', '申请材料', '办理流程', '承诺办结时限', '收费标准', '办理地点', '办理时间', '咨询电话', '监督投诉电话'].filter((k) => new RegExp(k + '</th><td>[^<]').test(get(`${S}/${id}`))).length) / 12;
export default {
  code: '621000', name: '庆阳市', pinyin: 'qingyang', province: '甘肃省', region: '西部', portal: 'http://www.qingyangdlt.gov.cn/', service: `${S}/qingyang/index.html`, open_data: `${D}/qingyang/home`, portalDown: true,
  hosts: { 'www.qingyangdlt.gov.cn': { dead: true, handle: () => null }, [gansu.S]: { handle: gansu.service, gzip: true }, [gansu.D]: { handle: gansu.data } },
  dead: [/www\.qingyangdlt/, /dingxi\/qz\/(xzxk|zrqd)/],
  truth: [
    ['service-lists', 'present', 'working', { count: 345 }, '共 23 页 345 条记录 on the branch of the service platform'],
    ['disclosure-catalog', 'unknown', null, null, U],
    ['service-guide', 'present', 'working', { share: [1, 11 / 12] }, 'all but the result'],
    ['one-entry', ['present'], ['reachable', 'linked'], null, 'app page of the province platform; whether the portal shares the account cannot be seen'],
    ['cross-region', 'present', 'working', { count: 41 }, '陕甘宁通办'],
    ['e-certificate', 'present', 'reachable', null, 'page without number or query'],
    ['appeal-channels', ['present', 'unknown'], ['working'], null, '12345 on the service platform; the portal is dead'],
    ['appeal-form', ['present', 'unknown'], ['reachable', 'linked'], null, 'complaint behind the log-in of the service platform; the portal is dead'],
    ['one-thing', 'present', 'working', { count: 13 }, 'states 13'],
    ['case-tracking', 'present', 'working', null, 'query by code'],
    ...['reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-search', 'smart-qa', 'accessibility'].map((p) => [p, 'unknown', null, null, U]),
    ['personal-space', 'present', 'reachable', null, 'log-in names the spaces'],
    ['open-data-platform', 'present', 'working', { count: 58 }, 'numbers are filled in by script; the bare page holds 0'],
    ['data-catalog', 'present', 'working', { count: 58 }, 'POST JSON with divisionId'],
    ['api-count', 'present', null, { count: 9 }, 'branch'],
    ['app-count', 'present', null, { count: 3 }, 'branch'],
    ['data-security-policy', 'present', 'working', null, 'rules column of the branch, chapter four'],
    ['privacy-policy', 'present', 'working', { count: [7, 6] }, 'registration page of the province'],
  ],
  where: { 'service-lists': `${S}/qingyang/qz/23.html`, 'service-guide': `${S}/qingyang/sx/2001.html`, 'one-entry': `${S}/sjd/index.html`, 'cross-region': `${S}/qingyang/tb/index.html`, 'e-certificate': `${S}/qingyang/zz/index.html`, 'appeal-channels': `${S}/qingyang/ts/index.html`, 'appeal-form': `${S}/sso/login?backUrl=/ts`, 'one-thing': `${S}/qingyang/yjs/index.html`, 'case-tracking': `${S}/qingyang/cx/index.html`, 'personal-space': `${S}/sso/login?backUrl=/grkj`, 'open-data-platform': `${D}/qingyang/home`, 'data-catalog': `${D}/qingyang/data`, 'api-count': `${D}/qingyang/service`, 'app-count': `${D}/qingyang/appliance`, 'data-security-policy': `${D}/qingyang/rules/1`, 'privacy-policy': `${S}/sso/ys.html` },
  recount: {
    'service-lists': (get) => times(23, (k) => get(`${S}/qingyang/qz/${k + 1}.html`).match(/<tr><td>/g).length).reduce((a, b) => a + b, 0),
    'service-guide': guideShare('qingyang/sx/2001.html'),
    'cross-region': (get) => get(`${S}/qingyang/tb/index.html`).match(/<li>/g).length,
    'one-thing': (get) => get(`${S}/qingyang/yjs/index.html`).match(/class="it"/g).length,
    'open-data-platform': (get) => JSON.parse(get(`${D}/api/portal/stat?divisionId=621000`)).data.directoryCount,
    'data-catalog': (get) => times(5, (k) => JSON.parse(get(`${D}/api/search/data/getDataDirectoryListByParams`, { method: 'POST', body: JSON.stringify({ divisionId: '621000', pageIndex: k + 1, pageSize: 12 }) })).data.length).reduce((a, b) => a + b, 0),
    'api-count': (get) => get(`${D}/qingyang/service`).match(/class="api"/g).length,
    'app-count': (get) => get(`${D}/qingyang/appliance`).match(/class="ap"/g).length,
    'privacy-policy': (get) => ['收集的信息', '目的', '共享', '存储', '安全措施', '有权', '最近更新', '联系'].filter((k) => get(`${S}/sso/ys.html`).includes(k)).length,
  },
};
export { guideShare };
