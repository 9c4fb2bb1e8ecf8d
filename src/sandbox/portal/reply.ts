import iconv from 'iconv-lite';
import type { SiteReply, Town } from '../town.ts';
import { Draw } from './draw.ts';

/** How the bytes of a town's pages and scripts are made and labelled. */
export interface Labelling {
  /** Label in the Content-Type header of pages, or none. */
  readonly header: string | null;
  /** Label in the meta element of pages, or none. */
  readonly meta: string | null;
  /** Scripts are GBK even where pages are not. */
  readonly scripts: 'utf-8' | 'gb18030';
}

/** Drawn per town: right labels, wrong labels and no labels, as found on real portals. */
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

/** A page in the town's own encoding. The text carries its meta label already. */
export function pageReply(town: Town, labelling: Labelling, html: string, status = 200): SiteReply {
  const type = `text/html${labelling.header === null ? '' : `; charset=${labelling.header}`}`;
  const encoding = town.style.encoding;
  const body =
    encoding === 'utf-8' ? html : iconv.encode(html, encoding, encoding === 'utf-16le' ? { addBOM: true } : {});
  return { status, headers: { 'content-type': type }, body };
}

/** A script that says itself what it is written in. */
export function labelledScriptReply(source: string): SiteReply {
  return { status: 200, headers: { 'content-type': 'application/javascript; charset=utf-8' }, body: source };
}

/** A script, in GBK where the town's template was written so. */
export function scriptReply(labelling: Labelling, source: string): SiteReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/javascript' },
    body: labelling.scripts === 'utf-8' ? source : iconv.encode(source, 'gb18030'),
  };
}

/** A JSON answer; vendors' servers write UTF-8 whatever the pages are in. */
export function jsonReply(value: unknown, status = 200): SiteReply {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: JSON.stringify(value) };
}

/** Bytes of another kind: pictures, attachments. */
export function bytesReply(type: string, body: Buffer | string): SiteReply {
  return { status: 200, headers: { 'content-type': type }, body };
}
