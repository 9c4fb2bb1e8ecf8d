// What a browser sees: script-filled pages get their rows, mode buttons switch, home pages fit a phone where the truth says so. node browsertest.mjs [PATH OF CHROMIUM]
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { governments } from './governments.mjs';
const srv = spawn(process.execPath, [new URL('serve.mjs', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise((ok) => srv.stdout.on('data', (d) => { const m = String(d).match(/127\.0\.0\.1:(\d+)/); if (m) ok(m[1]); }));
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'estuary-'));
const br = spawn(process.argv[2] ?? '/usr/bin/chromium-headless-shell', ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-dev-shm-usage', '--ignore-certificate-errors', `--user-data-dir=${dir}`, '--remote-debugging-port=0', `--proxy-server=http://127.0.0.1:${port}`, '--headless', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
const wsUrl = await new Promise((ok) => br.stderr.on('data', (d) => { const m = String(d).match(/ws:\/\/\S+/); if (m) ok(m[0]); }));
const ws = new WebSocket(wsUrl); await new Promise((ok) => { ws.onopen = ok; });
let id = 0; const wait = new Map(); ws.onmessage = (e) => { const m = JSON.parse(e.data); if (m.id) { wait.get(m.id)?.(m.result ?? m); wait.delete(m.id); } };
const send = (method, params = {}, sessionId) => new Promise((ok) => { wait.set(++id, ok); ws.send(JSON.stringify({ id, method, params, sessionId })); });
const { targetId } = await send('Target.createTarget', { url: 'about:blank' }); const { sessionId: s } = await send('Target.attachToTarget', { targetId, flatten: true });
await send('Page.enable', {}, s); const ev = async (x) => (await send('Runtime.evaluate', { expression: x, returnByValue: true }, s)).result?.value;
const open = async (u, until = 'true') => { await send('Page.navigate', { url: u }, s); for (let i = 0; i < 60; i++) { await new Promise((r) => setTimeout(r, 150)); if ((await ev('location.href!="about:blank"&&document.readyState')) === 'complete' && await ev(until)) return true; } return false; };
const bad = []; const by = Object.fromEntries(governments.map((g) => [g.pinyin.split('-')[0], g])); const host = (g, re) => Object.keys(by[g].hosts).find((h) => re.test(h));
const shown = [
  ['ningbo', `https://${host('ningbo', /^www/)}/col/col1229095998/index.html`, 'document.querySelectorAll("#jp1229095998 li a").length==15'],
  ['yanbian', `http://${host('yanbian', /^www/)}/xw/ybyw/index.html`, 'document.querySelectorAll("#pg a").length==2&&document.body.innerText.includes("走进延边")'],
  ['anshun', `http://${host('anshun', /^www/)}/hdjl/szxx/`, 'document.querySelectorAll("#lt td a").length==10'],
  ['anshun', `http://${host('anshun', /^zwfw/)}/qzqd?areaCode=520400`, 'document.body.innerText.includes("共40项")'],
  ['anshun', `http://${host('anshun', /^data/)}/anshun/dataset`, 'document.body.innerText.includes("共 31 个数据集")'],
  ['anshun', `http://${host('anshun', /^www/)}/irs-c-web/search.shtml?searchWord=${encodeURIComponent('公积金')}`, 'document.querySelectorAll("#rs a").length>0'],
  ['chizhou', `http://${host('chizhou', /^www/)}/content/column/6791021?pageIndex=1`, 'document.querySelectorAll("#listc li").length==15'],
  ['chizhou', `http://${host('chizhou', /^www/)}/public/column/6616?type=4`, 'document.querySelectorAll("tr.r").length==48'],
  ['chizhou', `http://${host('chizhou', /^www/)}/site/search/6791341?keywords=${encodeURIComponent('社保')}`, 'document.querySelectorAll(".search-list").length>0'],
  ['chizhou', `http://${host('chizhou', /^www/)}/site/tpl/6791031`, 'document.querySelectorAll("#ml p").length==8'],
  ['yunfu', `http://${host('yunfu', /^www/)}/gkmlpt/index`, 'document.querySelectorAll("#app p").length>10'],
  ['yunfu', `http://${host('yunfu', /^gddata/)}/opdata/list?city=445300`, 'document.body.innerText.includes("共37个数据集")'],
  ['yunfu', `http://${host('yunfu', /^search/)}/search/all/766001?keywords=${encodeURIComponent('护照')}`, 'document.querySelectorAll("#r a").length>0'],
  ['xuchang', `http://${host('xuchang', /^xc/)}/#/qzqd`, 'document.body.innerText.includes("共45项")'],
  ['xuchang', `http://${host('xuchang', /^xc/)}/#/items`, 'document.querySelectorAll("#app p a").length==11'],
  ['xuchang', `http://${host('xuchang', /^www/)}/004/mail.html`, 'document.querySelectorAll("#tb td a").length==13'],
  ['xuchang', `http://${host('xuchang', /^www/)}/search/fullsearch.html?wd=${encodeURIComponent('低保')}`, 'document.querySelectorAll("#res a").length>0'],
  ['jiayuguan', `http://${host('jiayuguan', /^www/)}/Default.aspx`, 'document.body.innerText.includes("雄关要闻")'],
  ['shuangyashan', `http://${host('shuangyashan', /^www/)}/NewCMS/index/html/index.jsp`, 'frames.length==4||document.querySelectorAll("frame").length==4'],
];
for (const [g, u, t] of shown) { await send('Page.navigate', { url: 'about:blank' }, s); if (!(await open(u, t))) bad.push(`${g}: ${u} never showed ${t}: ${String(await ev('document.body&&document.body.innerText')).slice(0, 120)}`); }
const robots = [['ningbo', by.ningbo.proof['smart-qa'][0], 'document.getElementById("rq").value="身份证丢了怎么办";document.querySelector("#rq+button").click()', 'document.getElementById("dlg").innerText.includes("补领")'], ['yunfu', by.yunfu.proof['smart-qa'][0], 'document.getElementById("ask").value="身份证丢了怎么办";document.querySelector("#ask+button").click()', 'document.getElementById("log").innerText.includes("补领")'], ['yulin', by.yulin.proof['smart-qa'][0], 'document.getElementById("t").value="身份证丢了怎么办";document.querySelector("#t+button").click()', 'document.getElementById("msg").innerText.includes("补领")'], ['chizhou', by.chizhou.proof['smart-qa'][0], 'document.getElementById("q").value="身份证丢了怎么办";document.querySelector("#q+button").click()', 'document.getElementById("a").innerText.includes("没有听懂")']];
for (const [g, u, act, t] of robots) { await open(u); await ev(act); let ok = false; for (let i = 0; i < 40 && !ok; i++) { await new Promise((r) => setTimeout(r, 150)); ok = await ev(t); } if (!ok) bad.push(`${g}: robot gave no answer of the kind`); }
for (const g of governments) {
  const [, st, lv] = g.truth.find((t) => t[0] === 'accessibility'); const works = st === 'present' && [].concat(lv)[0] === 'working';
  await send('Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 2, mobile: true }, s); await open(g.portal, 'document.body&&document.body.innerText.length>20||document.querySelector("frameset")'); const w = await ev('document.documentElement.scrollWidth'); const fits = w <= 400;
  await send('Emulation.clearDeviceMetricsOverride', {}, s); await open(g.portal, 'document.body&&document.body.innerText.length>20||document.querySelector("frameset")');
  const sw = await ev(`(function(){var f=function(){var b=getComputedStyle(document.body);var e=document.querySelector('.ucap a')||document.body;return b.fontSize+b.backgroundColor+getComputedStyle(e).fontSize};var a=[].slice.call(document.querySelectorAll('[onclick]')).filter(function(x){return /长者|适老|关爱|关怀|无障碍/.test(x.textContent)})[0];if(!a)return 'none';var x=f();a.click();return x==f()?'same':'switched'})()`);
  process.stdout.write(`${g.name}: width ${w} at 390, mode ${sw}\n`);
  if (works && !fits && sw !== 'switched') bad.push(`${g.name}: accessibility said to work`); if (!works && (fits || sw === 'switched')) bad.push(`${g.name}: accessibility works though the truth does not say so`);
}
await send('Browser.close'); srv.kill('SIGTERM'); await new Promise((r) => br.on('exit', r)); fs.rmSync(dir, { recursive: true, force: true });
process.stdout.write(bad.length ? bad.join('\n') + '\n' : 'no faults in the browser\n'); process.exit(bad.length ? 1 : 0);
