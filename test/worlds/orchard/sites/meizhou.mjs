// Meizhou: dead. Neither portal nor service host answers.
const P = 'www.meizhou-keduhui.gov.cn', Z = 'zwfw.meizhou-keduhui.gov.cn';
const all = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
export default { code: '441400', name: '梅州市', pinyin: 'meizhou', province: '广东省', region: '东部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: '',
  hosts: { [P]: { dead: true, handle() {} }, [Z]: { dead: true, handle() {} } }, deadLinks: [P, Z],
  truth: all.map((x) => [x, 'unknown', null, null, 'the site does not answer']) };
