// All governments of this world, in registry order, and the two files made from them: node governments.mjs
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import yuncheng from './sites/yuncheng.mjs';
import baise from './sites/baise.mjs';
import shangluo from './sites/shangluo.mjs';
import quzhou from './sites/quzhou.mjs';
import jingmen from './sites/jingmen.mjs';
import panjin from './sites/panjin.mjs';
import wuzhong from './sites/wuzhong.mjs';
import jinchang from './sites/jinchang.mjs';
import meizhou from './sites/meizhou.mjs';
import liaocheng from './sites/liaocheng.mjs';
import tongliao from './sites/tongliao.mjs';
import tongling from './sites/tongling.mjs';
import panzhihua from './sites/panzhihua.mjs';
import sanmenxia from './sites/sanmenxia.mjs';
import liaoyuan from './sites/liaoyuan.mjs';

export const governments = [yuncheng, baise, shangluo, quzhou, jingmen, panjin, wuzhong, jinchang, meizhou, liaocheng, tongliao, tongling, panzhihua, sanmenxia, liaoyuan];

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
