// All governments of this world, in registry order, and the two files made from them: node governments.mjs
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import tianshui from './sites/tianshui.mjs';
import jiuquan from './sites/jiuquan.mjs';
import chongqing from './sites/chongqing.mjs';
import shaoguan from './sites/shaoguan.mjs';
import huangshi from './sites/huangshi.mjs';
import qiandongnan from './sites/qiandongnan.mjs';
import daqing from './sites/daqing.mjs';
import linzhi from './sites/linzhi.mjs';
import huzhou from './sites/huzhou.mjs';
import hengshui from './sites/hengshui.mjs';

export const governments = [tianshui, jiuquan, chongqing, shaoguan, huangshi, qiandongnan, daqing, linzhi, huzhou, hengshui];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = new URL('.', import.meta.url);
  const cell = (v) => (/[",\n]/.test(v) ? `"${v.replace(/"/g, '""')}"` : v);
  const conf = (u, c) => (u ? c : '');
  const rows = governments.map((g) => [g.code, g.name, g.pinyin, g.province, g.region, '', g.portal, g.service, g.open_data, 'high', conf(g.service, g.service_confidence ?? 'high'), conf(g.open_data, 'medium')].map(cell).join(','));
  fs.writeFileSync(new URL('governments.csv', here), 'code,name,pinyin,province,region,group,portal,service,open_data,portal_confidence,service_confidence,open_data_confidence\n' + rows.join('\n') + '\n');
  const truth = governments.flatMap((g) => g.truth.map(([probe, state, level, value, why]) => JSON.stringify({ government: g.code, probe, state, ...(level ? { level } : {}), ...(value ? { value } : {}), why })));
  fs.writeFileSync(new URL('truth.jsonl', here), truth.join('\n') + '\n');
  process.stdout.write(`${rows.length} governments, ${truth.length} truth lines\n`);
}
