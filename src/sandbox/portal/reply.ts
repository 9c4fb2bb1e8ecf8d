import iconv from 'iconv-lite';
import type { SiteReply, Town } from '../town.ts';
import { Draw } from './draw.ts';

/** Encoding labels of a town's pages and scripts. */
export interface Labelling {
  /** Charset in the Content-Type header of pages; null for none. */
  readonly header: string | null;
  /** Charset in the meta element of pages; null for none. */
  readonly meta: string | null;
  /** Encoding of scripts, which may differ from that of pages. */
  readonly scripts: 'utf-8' | 'gb18030';
}

/** Chosen per town: correct labels, wrong labels or none, as on real portals. */
export function labellingOf(town: Town): Labelling {
  const draw = new Draw(town.style.seed, 'labels');
  if (town.style.encoding === 'utf-16le') return { header: null, meta: 'gb2312', scripts: 'gb18030' };
  if (town.style.encoding === 'gb18030') {
    const kind = draw.between(0, 3);
    if (kind === 0) return { header: null, meta: null, scripts: 'gb18030' };
    if (kind === 1) return { header: 'GBK', meta: 'gbk', scripts: 'gb18030' };
    return { header: null, meta: kind === 2 ? 'gb2312' : 'GBK', scripts: 'gb18030' };
  }
  return {
    header: draw.chance(0.6) ? draw.pick(['utf-8', 'UTF-8']) : null,
    meta: 'utf-8',
    scripts: draw.chance(0.12) ? 'gb18030' : 'utf-8',
  };
}

/** A page in the town's encoding. The text already contains the meta label. */
export function pageReply(town: Town, labelling: Labelling, html: string, status = 200): SiteReply {
  const type = `text/html${labelling.header === null ? '' : `; charset=${labelling.header}`}`;
  const encoding = town.style.encoding;
  const body =
    encoding === 'utf-8' ? html : iconv.encode(html, encoding, encoding === 'utf-16le' ? { addBOM: true } : {});
  return { status, headers: { 'content-type': type }, body };
}

/** A script whose header declares its encoding. */
export function labelledScriptReply(source: string): SiteReply {
  return { status: 200, headers: { 'content-type': 'application/javascript; charset=utf-8' }, body: source };
}

/** A script in the town's script encoding. */
export function scriptReply(labelling: Labelling, source: string): SiteReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/javascript' },
    body: labelling.scripts === 'utf-8' ? source : iconv.encode(source, 'gb18030'),
  };
}

/** A JSON reply, always UTF-8 as from vendors' servers. */
export function jsonReply(value: unknown, status = 200): SiteReply {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: JSON.stringify(value) };
}

/** Other bytes: images, attachments. */
export function bytesReply(type: string, body: Buffer | string): SiteReply {
  return { status: 200, headers: { 'content-type': type }, body };
}
