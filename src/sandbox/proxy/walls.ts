import type { SiteReply } from '../town.ts';
import { hash, Random } from '../world/random.ts';

const html = 'text/html; charset=utf-8';

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.between(0, 15).toString(16)).join('');
}

/** 加速乐: status 521, a cookie, and a script that sets the next cookie. */
function jsl(random: Random): SiteReply {
  const value = `${1_700_000_000 + random.between(0, 90_000_000)}.${random.between(100, 999)}|-1|`;
  const pieces = [...`__jsl_clearance_s=${value}`].map((sign) => `('${sign}')`);
  const rest = Array.from({ length: 9 }, () => `(+!+[]+${random.between(1, 9)}+[])`).join('+');
  return {
    status: 521,
    headers: {
      'content-type': html,
      'set-cookie': `__jsluid_h=${hex(random, 32)}; max-age=31536000; path=/; HttpOnly`,
      'x-via-jsl': `${hex(random, 7)},-`,
    },
    body: `<script>document.cookie=${pieces.join('+')}+${rest};location.href=location.pathname+location.search</script>`,
  };
}

/** 瑞数: 412 or 202, with a different script at every visit. */
function ruishu(random: Random): SiteReply {
  const id = hex(random, 12);
  const noise = Array.from({ length: 40 }, () => hex(random, 40)).join('');
  return {
    status: random.chance(0.6) ? 412 : 202,
    headers: { 'content-type': html, 'set-cookie': `${hex(random, 13)}O=5${hex(random, 60)}; path=/; HttpOnly` },
    body:
      `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>` +
      `<meta id="${id}" content="${noise}" r='m'><script type="text/javascript" charset="utf-8" src="/${hex(random, 8)}/${hex(random, 6)}.${hex(random, 7)}.js" r='m'></script>` +
      `<script type="text/javascript" r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=${random.between(10_000, 99_999)};$_ts.cd="${hex(random, 200)}";_$${hex(random, 2)}();</script></head><body></body></html>`,
  };
}

/** 阿里云: 200 with a challenge, or 405. */
function aliyun(random: Random): SiteReply {
  const headers = { 'content-type': html, 'set-cookie': `acw_tc=${hex(random, 40)};path=/;HttpOnly;Max-Age=1800` };
  if (random.chance(0.25)) {
    return {
      status: 405,
      headers,
      body: '<!doctype html><html lang="zh-cn"><head><meta charset="utf-8"><title>405</title></head><body>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</body></html>',
    };
  }
  return {
    status: 200,
    headers,
    body: `<html><script>\nvar arg1='${hex(random, 40).toUpperCase()}';\nvar _0x4818=['length'];function setCookie(name,value){var expiredate=new Date();expiredate.setTime(expiredate.getTime()+(3600*1000));document.cookie=name+"="+value+";expires="+expiredate.toGMTString()+";max-age=3600;path=/";}\nfunction reload(x){setCookie("acw_sc__v2",x);document.location.reload();}\n</script></html>`,
  };
}

/** 腾讯云: a short page about an intercepted request. */
function tencent(random: Random): SiteReply {
  return {
    status: random.chance(0.5) ? 403 : 200,
    headers: { 'content-type': html },
    body: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>请求被拦截</title></head><body><h1>请求被拦截</h1><p>您的请求存在威胁，已被拦截。</p><p>请求编号：${hex(random, 32)}</p></body></html>`,
  };
}

/** 绿盟: 403 or 503, access denied. */
function nsfocus(random: Random): SiteReply {
  return {
    status: random.chance(0.6) ? 403 : 503,
    headers: { 'content-type': html },
    body: `<html><head><meta charset="utf-8"><title>访问被拒绝</title></head><body><div>访问被拒绝</div><div>Environment Checking...</div><div>event_id: ${random.between(100_000, 999_999)}</div></body></html>`,
  };
}

const products: Readonly<Record<string, (random: Random) => SiteReply>> = { jsl, ruishu, aliyun, tencent, nsfocus };

/** Reply of a bot wall; deterministic by address. */
export function wallReply(product: string, url: URL): SiteReply {
  const make = products[product];
  if (make === undefined) throw new Error(`unknown guard ${product}`);
  return make(new Random(hash('wall', product, url.host), url.pathname));
}
