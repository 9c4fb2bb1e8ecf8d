import iconv from 'iconv-lite';
import { pageNumber } from '../service/kit/blocks.ts';
import { fileReply, htmlReply, jsonReply, scriptReply, styleReply } from '../service/kit/reply.ts';
import type { SiteHandler, SiteReply, SiteRequest } from '../town.ts';
import { downloadWorks, entryById, fileFormats } from './catalog.ts';
import { datasetFile } from './files.ts';
import { plainPage, policyFilePath } from './pages.ts';
import { type ScriptFamily, type ServerFamily, scriptPlans, serverPlans } from './plans.ts';
import { policiesOf, policyFile } from './policy.ts';
import { answer } from './script/answer.ts';
import { scriptFile, shellPage } from './script/shell.ts';
import { listMarkup } from './server/list.ts';
import { encodingOf, entryMarkup, homeMarkup, plainMarkup, wrapPage } from './server/page.ts';
import { type FamilyPlan, type PageId, type PlatformSite, pageAt, platformSiteOf, requestPath } from './site.ts';
import type { Kind } from './words.ts';

/** Names of the platform families; `truth.platform.family` is one of them. */
export const openDataFamilies: readonly string[] = [...Object.keys(serverPlans), ...Object.keys(scriptPlans)];

type Family =
  | { readonly how: 'server'; readonly id: ServerFamily; readonly plan: FamilyPlan }
  | { readonly how: 'script'; readonly id: ScriptFamily; readonly plan: FamilyPlan };

function has<Plans extends object>(plans: Plans, name: string): name is string & keyof Plans {
  return Object.hasOwn(plans, name);
}

function familyOf(name: string): Family {
  if (has(serverPlans, name)) return { how: 'server', id: name, plan: serverPlans[name] };
  if (has(scriptPlans, name)) return { how: 'script', id: name, plan: scriptPlans[name] };
  throw new Error(`unknown open-data family ${name}`);
}

const listKinds = new Map<PageId, Kind>([
  ['datasets', 'dataset'],
  ['apis', 'api'],
  ['apps', 'app'],
]);
const detailKinds = new Map<PageId, Kind>([
  ['dataset', 'dataset'],
  ['api', 'api'],
  ['app', 'app'],
]);

function download(site: PlatformSite, id: string, given: URLSearchParams): SiteReply | null {
  const entry = entryById(site.catalog, 'dataset', id);
  const asked = (given.get('format') ?? '').toLowerCase();
  const format = (entry === null ? [] : fileFormats(entry)).find((candidate) => candidate.toLowerCase() === asked);
  if (entry === null || format === undefined) return null;
  return downloadWorks(site.catalog, entry, format) ? datasetFile(entry, format) : null;
}

/** Files that every family serves at the same kind of path. */
function sharedFile(site: PlatformSite, path: string): SiteReply | null {
  if (path === 'static/style.css') return styleReply('body{margin:0;font:14px/1.6 sans-serif}');
  for (const [index, policy] of policiesOf(site.town).entries()) {
    if (path !== policyFilePath(index, policy.format)) continue;
    const file = policyFile(policy);
    return file === null ? null : fileReply(file.body, file.type);
  }
  return null;
}

function serverPage(site: PlatformSite, family: ServerFamily, id: PageId, entry: string, given: URLSearchParams) {
  const table = family === 'webapp';
  const wrap = (title: string, body: string) =>
    htmlReply(site.town, wrapPage(site, title, body, table), encodingOf(site));
  if (id === 'home') return wrap('', homeMarkup(site, family));
  const listed = listKinds.get(id);
  if (listed !== undefined) {
    const keyword = given.get(site.plan.parameters.keyword) ?? '';
    const page = pageNumber(given.get(site.plan.parameters.page), Number.MAX_SAFE_INTEGER);
    return wrap(site.words.menu[listed], listMarkup(site, family, { kind: listed, keyword, page }));
  }
  const shown = detailKinds.get(id);
  if (shown !== undefined) {
    const found = entryById(site.catalog, shown, entry);
    return found === null ? null : wrap(found.title, entryMarkup(site, shown, found));
  }
  const plain = plainPage(site, id, entry);
  return plain === null ? null : wrap(plain.title, plainMarkup(plain, table));
}

function scriptPage(site: PlatformSite, family: ScriptFamily, id: PageId, entry: string): SiteReply | null {
  const wrap = (html: string) => htmlReply(site.town, html, 'utf-8');
  if (id === 'home') return wrap(shellPage(site, family, 'home', 'dataset', '', ''));
  const listed = listKinds.get(id);
  if (listed !== undefined) return wrap(shellPage(site, family, 'list', listed, site.words.menu[listed], ''));
  const shown = detailKinds.get(id);
  if (shown !== undefined) return wrap(shellPage(site, family, 'detail', shown, site.words.menu[shown], ''));
  const plain = plainPage(site, id, entry);
  if (plain === null) return null;
  return wrap(shellPage(site, family, 'menu', 'dataset', plain.title, plainMarkup(plain, false)));
}

/** Preview of the detail page of one family; its total counts rows, not datasets. */
function rowPreview(site: PlatformSite, path: string): SiteReply | null {
  const id = /^catalog\/([0-9a-f]{32})\/getData$/u.exec(path)?.[1];
  const entry = id === undefined ? null : entryById(site.catalog, 'dataset', id);
  return entry === null
    ? null
    : jsonReply({ draw: 1, recordsTotal: entry.rows, recordsFiltered: entry.rows, data: [] });
}

/**
 * Decodes a form field. A browser encodes forms like the page and links as UTF-8, so bytes that are
 * not UTF-8 have the page's encoding.
 */
function decodeField(written: string): string {
  const bytes = Buffer.from(
    written
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? iconv.decode(bytes, 'gb18030') : text;
}

function fieldsOf(request: SiteRequest): URLSearchParams {
  const given = new URLSearchParams();
  for (const pair of request.url.search.replace(/^\?/u, '').split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/su);
    if (name !== '') given.append(decodeField(name), decodeField(value));
  }
  if (request.method === 'POST') for (const [key, value] of new URLSearchParams(request.body)) given.set(key, value);
  return given;
}

/**
 * The open-data platform of a town, in the family of its truth. Null: no platform, or no such page
 * (dead downloads included). Throws for an unknown family.
 */
export const openDataSite: SiteHandler = (town, request) => {
  const { platform } = town.truth;
  if (platform === null) return null;
  const family = familyOf(platform.family);
  const site = platformSiteOf(town, family.plan);
  if (site === null) return null;
  const path = requestPath(site, request.url);
  if (path === null) {
    // On a shared host the endpoints also answer at the root, where the body names the division.
    const { folder } = family.plan;
    const start = `/${folder}`;
    return family.how === 'script' && request.url.pathname.startsWith(start)
      ? answer(site, family.id, request.url.pathname.slice(start.length), request)
      : null;
  }
  const given = fieldsOf(request);
  const file = sharedFile(site, path);
  if (file !== null) return file;
  if (family.how === 'script') {
    const script = scriptFile(site, family.id, path);
    if (script !== null) return scriptReply(script);
    const answered = answer(site, family.id, path, request);
    if (answered !== null) return answered;
  } else if (family.id.startsWith('oportal')) {
    const preview = rowPreview(site, path);
    if (preview !== null) return preview;
  }
  const page = pageAt(family.plan, path, given);
  if (page === null) return null;
  if (page.id === 'download') return download(site, page.entry, given);
  return family.how === 'server'
    ? serverPage(site, family.id, page.id, page.entry, given)
    : scriptPage(site, family.id, page.id, page.entry);
};
