import { z } from 'zod';
import { fileReply, jsonReply } from '../../service/kit/reply.ts';
import type { SiteReply, SiteRequest } from '../../town.ts';
import { allBrief, type Entry, entryById, fileFormats, find, totalOf } from '../catalog.ts';
import type { ScriptFamily } from '../plans.ts';
import { entryLink, type PlatformSite } from '../site.ts';
import { type Kind, kinds } from '../words.ts';
import { detailPath, type Endpoint, endpointsOf, statisticsPath } from './endpoints.ts';

const objectSchema = z.record(z.string(), z.unknown());
type JsonObject = z.infer<typeof objectSchema>;

/** The member at a dotted path; undefined if there is none. */
export function memberAt(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const name of path.split('.')) {
    const object = objectSchema.safeParse(found);
    if (!object.success) return undefined;
    found = object.data[name];
  }
  return found;
}

/** A copy of the object with a member set at a dotted path. */
export function withMember(value: JsonObject, path: string, member: unknown): JsonObject {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...value, [name]: member };
  const inner = objectSchema.safeParse(value[name]);
  return { ...value, [name]: withMember(inner.success ? inner.data : {}, rest.join('.'), member) };
}

function parametersOf(endpoint: Endpoint, request: SiteRequest): JsonObject {
  if (endpoint.encoding === 'json') {
    try {
      const parsed = objectSchema.safeParse(JSON.parse(request.body === '' ? '{}' : request.body));
      return parsed.success ? parsed.data : {};
    } catch {
      return {};
    }
  }
  const given = new URLSearchParams(request.url.search);
  for (const [key, value] of new URLSearchParams(request.body)) given.set(key, value);
  return Object.fromEntries(given);
}

function wholeNumber(value: unknown, fallback: number): number {
  const number = Number.parseInt(String(value), 10);
  return Number.isNaN(number) || number < 0 ? fallback : number;
}

function item(endpoint: Endpoint, entry: Entry): JsonObject {
  const { fields } = endpoint;
  return {
    [fields.id]: entry.id,
    [fields.title]: entry.title,
    [fields.office]: entry.office,
    [fields.date]: `${entry.updated} 10:00:00`,
    [fields.formats]: entry.formats.join(','),
    dataCount: entry.rows,
    viewCount: entry.visits,
  };
}

/** A list reply. Page sizes are limited to 100, as by real services. */
function listReply(site: PlatformSite, kind: Kind, endpoint: Endpoint, request: SiteRequest): SiteReply {
  const given = parametersOf(endpoint, request);
  const rawKeyword = memberAt(given, endpoint.keywordKey);
  const keyword = Array.isArray(rawKeyword) ? String(rawKeyword[0] ?? '') : String(rawKeyword ?? '');
  if (endpoint.total === null) {
    return jsonReply(
      allBrief(site.catalog, kind).map(({ id, title, updated, formats }) => ({
        [endpoint.fields.id]: id,
        [endpoint.fields.title]: title,
        [endpoint.fields.date]: updated,
        ...(formats.length === 0 ? {} : { [endpoint.fields.formats]: formats.join(',') }),
      })),
    );
  }
  const found = find(site.catalog, kind, keyword);
  const size = Math.min(100, Math.max(1, wholeNumber(memberAt(given, endpoint.sizeKey), site.plan.pageSize)));
  const asked = wholeNumber(memberAt(given, endpoint.pageKey), endpoint.firstPage);
  // `start` counts rows, all others count pages.
  const from = endpoint.pageKey === 'start' ? asked : Math.max(0, asked - endpoint.firstPage) * size;
  const items = found.entries(from, from + size).map((entry) => item(endpoint, entry));
  return jsonReply(withMember(withMember(endpoint.envelope, endpoint.total, found.total), endpoint.list, items));
}

function detailReply(site: PlatformSite, kind: Kind, request: SiteRequest): SiteReply | null {
  const entry = entryById(site.catalog, kind, request.url.searchParams.get('id') ?? '');
  if (entry === null) return null;
  return jsonReply({
    code: 200,
    data: {
      title: entry.title,
      office: `${site.place.name}${entry.office}`,
      updated: entry.updated,
      subject: entry.subject,
      rows: entry.rows,
      files: fileFormats(entry).map((format) => ({
        format,
        url: entryLink(site, 'download', entry.id, { format: format.toLowerCase() }),
      })),
    },
  });
}

function queryMatches(endpoint: Endpoint, request: SiteRequest): boolean {
  return Object.entries(endpoint.query).every(([key, value]) => request.url.searchParams.get(key) === value);
}

/** Answers a JSON endpoint of a script family; null for any other path. */
export function answer(site: PlatformSite, family: ScriptFamily, path: string, request: SiteRequest): SiteReply | null {
  const endpoints = endpointsOf(family, site.town.government.code);
  for (const kind of kinds) {
    const endpoint = endpoints[kind];
    if (endpoint.path === path && queryMatches(endpoint, request)) {
      // Services that expect JSON reject GET; older ones accept parameters from query and body.
      return endpoint.encoding === 'json' && request.method !== 'POST'
        ? { ...fileReply('{"code":405,"msg":"Method Not Allowed"}', 'application/json'), status: 405 }
        : listReply(site, kind, endpoint, request);
    }
    if (detailPath(family, kind) === path) return detailReply(site, kind, request);
  }
  if (path === statisticsPath(family)) {
    return jsonReply({
      code: 200,
      data: {
        datasetCount: totalOf(site.catalog, 'dataset'),
        dataCount: site.catalog.holdings.rows,
        apiCount: totalOf(site.catalog, 'api'),
        appCount: totalOf(site.catalog, 'app'),
      },
    });
  }
  return null;
}
