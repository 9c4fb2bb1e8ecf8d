import { hash } from '../draw.ts';

export type LayoutId = 'classic' | 'tables' | 'cards' | 'tabs' | 'sidebar' | 'banner' | 'columns';

/**
 * A family of portals: address scheme and layout of a CMS, markup of lists, and leftovers of its
 * templates.
 */
export interface Family {
  readonly id: string;
  /** Id of the address style. */
  readonly address: string;
  readonly layout: LayoutId;
  readonly doctype: string;
  /** Prefix of class names. */
  readonly prefix: string;
  /** How a news entry is written. */
  readonly entry: 'li' | 'dl' | 'tr' | 'card';
  /** Style of meta elements: attribute order, case, quotes, spelling, or none. */
  readonly meta: 'plain' | 'content-first' | 'upper' | 'single' | 'sitename' | 'footer-only' | 'scheme';
  /** Comment of the template in the head. */
  readonly remark: string;
  /** Folder of styles, scripts and images. */
  readonly assets: string;
  /** Names of the header and footer scripts, for towns that use scripts there. */
  readonly scripts: readonly [string, string];
}

const html5 = '<!DOCTYPE html>\n<html lang="zh-CN">';
const lower5 = '<!doctype html>\n<html>';
const transitional =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">';
const html4 =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n<html>';

const family = (
  id: string,
  address: string,
  layout: LayoutId,
  doctype: string,
  prefix: string,
  entry: Family['entry'],
  meta: Family['meta'],
  remark: string,
  assets: string,
  scripts: readonly [string, string],
): Family => ({ id, address, layout, doctype, prefix, entry, meta, remark, assets, scripts });

export const families: readonly Family[] = [
  family('trs-wcm', 'trs', 'classic', transitional, 'zw', 'li', 'plain', 'TRS WCM 置标模板', '/images', [
    'header.js',
    'footer.js',
  ]),
  family('trs-blocks', 'trs-shtml', 'columns', html5, 'trs', 'li', 'scheme', '概览页模板 细览页模板', '/xhtml/images', [
    'head2021.js',
    'foot2021.js',
  ]),
  family('hanweb-jcms', 'jcms', 'tabs', transitional, 'jcms', 'tr', 'plain', '网站主体 start', '/picture/0', [
    'common_header.js',
    'common_footer.js',
  ]),
  family('ucap', 'ucap', 'cards', lower5, 'ucap', 'li', 'plain', 'menu S', '/zgzf/xhtml', ['header.js', 'footer.js']),
  family('nfcms', 'nfcms', 'banner', html5, 'nf', 'li', 'sitename', 'NFCMS template', '/assets', [
    'head.js',
    'foot.js',
  ]),
  family('uuid-columns', 'columns', 'classic', html5, 'yk', 'dl', 'footer-only', 'block begin', '/common', [
    '10183427.js',
    '10183428.js',
  ]),
  family('jeecms', 'jeecms', 'sidebar', html4, 'jc', 'li', 'upper', 'r/cms/www/default', '/r/cms/www/default', [
    'top.js',
    'bottom_footer.js',
  ]),
  family('longxun', 'longxun', 'tabs', html5, 'lx', 'li', 'content-first', '网站标签解析', '/assets/images', [
    'header_foot.js',
    'footer_foot.js',
  ]),
  family('aspnet', 'aspnet', 'tables', html4, 'asp', 'tr', 'upper', '__VIEWSTATE', '/Skins/Default', [
    'Top.js',
    'Footer.js',
  ]),
  family('old-tables', 'old-html', 'tables', html4, 'tb', 'tr', 'single', 'Fireworks Splice HTML', '/img', [
    'header.js',
    'copyright_footer.js',
  ]),
  family('big-header', 'modern', 'banner', html5, 'xa', 'card', 'plain', '页头 页脚', '/template/default', [
    '20453391.js',
    '20453392.js',
  ]),
  family('webplus', 'webplus', 'columns', lower5, 'vsb', 'dl', 'content-first', '#startWinDecl', '/dfiles', [
    'header.js',
    'footer.js',
  ]),
  family('epoint', 'epoint', 'sidebar', html5, 'ep', 'li', 'plain', 'EWB-LAYOUT', '/uploadfile/ewb', [
    'comm_head.js',
    'comm_foot.js',
  ]),
  family('router', 'router', 'cards', html5, 'app', 'card', 'plain', 'build by webpack', '/static', [
    'header.8f3c.js',
    'footer.8f3c.js',
  ]),
];

const byId: ReadonlyMap<string, Family> = new Map(families.map((entry) => [entry.id, entry]));

/** The family with an id; an unknown id is always mapped to the same family. */
export function familyOf(id: string): Family {
  const entry = byId.get(id) ?? families[hash(1, id) % families.length];
  if (entry === undefined) throw new RangeError('no portal families');
  return entry;
}
