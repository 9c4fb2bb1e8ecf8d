import { type ColumnTopic, type CompiledKnowledge, foldLabel, type PageShape } from '../../config/knowledge.ts';
import type { SiteKind } from '../../model/government.ts';
import { isWeb } from '../../reading/addresses.ts';
import type { Seen, SeenColumn } from '../../reading/coverage.ts';
import { requestsData } from '../../reading/data-requests.ts';
import { datesIn } from '../../reading/dates.ts';
import { kindsOf } from '../../reading/kinds.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Form, Link, Page } from '../../reading/page.ts';
import { daysOn } from '../../reading/page-days.ts';
import type { PageRecord, RecordGroup } from '../../reading/record.ts';
import { shareLinks } from '../../reading/shared-links.ts';

/** A label with this confidence names the thing. */
export const sureConfidence = 0.7;
/** Fewest dates of a list of dated items. */
const fewestDays = 3;
/** Fewest rows of a table or group of cards that may list things. */
const fewestRows = 3;
/** A table of this many rows may list things even with two columns without names. */
const manyRows = 10;
const fewestFields = 3;
/** Longer texts with a day are more than a day. */
const longestDay = 20;
const fewestLinks = 3;
/** Shorter paragraphs are a title with its date. */
const shortestTold = 40;
const shortestTitle = 8;
/** Longer pages show something already. */
const longestBare = 400;
/** Only this many lines of a page are searched for explanations. */
const mostLines = 500;

/** Facts about a column that do not depend on the thing sought. */
export interface ColumnFacts {
  /** Intents that its name serves with confidence `sure` or more. */
  readonly serves: readonly string[];
  readonly topics: readonly ColumnTopic[];
  /**
   * Its page, if the content does not tell what it is; null for home pages, articles and pages of a
   * known kind.
   */
  readonly page: Page | null;
  readonly shapes: readonly PageShape[];
  /** Whether the page has several content links. */
  readonly holdsLinks: boolean;
  /** Whether the page is bare and has scripts that ask for data, as when somebody clicks. */
  readonly waits: boolean;
}

/** Cache, because every probe asks about every column of a visit. */
const remembered = new WeakMap<SeenColumn, ColumnFacts>();

export function columnFacts(column: SeenColumn, seen: Seen): ColumnFacts {
  const known = remembered.get(column);
  if (known !== undefined) return known;
  const { knowledge } = seen;
  const page = telling(seen.at(column.url)?.page ?? null, knowledge);
  const common = furnitureOf(seen, column.site);
  const shapes = page === null ? [] : shapesOf(page, common, knowledge);
  const holdsLinks = page !== null && linksOf(page, common) >= fewestLinks;
  const waits = page !== null && shapes.length === 0 && !holdsLinks && asksForData(page);
  const facts = { ...nameFactsOf(column, knowledge), page, shapes, holdsLinks, waits };
  remembered.set(column, facts);
  return facts;
}

type NameFacts = Pick<ColumnFacts, 'serves' | 'topics'>;
const byName = new WeakMap<Link, { readonly knowledge: CompiledKnowledge; readonly facts: NameFacts }>();

/** What a column's name and URL tell; cached because exploration asks in every round. */
function nameFactsOf(column: SeenColumn, knowledge: CompiledKnowledge): NameFacts {
  const [link = asLink(column)] = shareLinks([asLink(column)]);
  const known = byName.get(link);
  if (known?.knowledge === knowledge) return known.facts;
  const serves = [...knowledge.intents.values()].flatMap((intent) => {
    const match = matchLink(link, intent, knowledge);
    // A vendor's URL shows the product used, not the content of the page.
    return match !== null && match.by !== 'vendor' && match.confidence >= sureConfidence ? [intent.id] : [];
  });
  const facts = { serves, topics: topicsOf(column, knowledge) };
  byName.set(link, { knowledge, facts });
  return facts;
}

function telling(page: Page | null, knowledge: CompiledKnowledge): Page | null {
  if (page === null || page.capture.home || page.article) return null;
  return kindsOf(page, knowledge).length > 0 ? null : page;
}

/**
 * Whether a form has several fields or one for long text; a lone field is judged by its words
 * elsewhere.
 */
function takesInput({ region, fields }: Form, frame: boolean): boolean {
  if (!frame && region !== 'main' && region !== 'unknown') return false;
  const shown = fields.filter(({ type }) => !/^(?:hidden|submit|button|reset|image)$/u.test(type));
  return shown.length > 1 || shown.some(({ type }) => type === 'textarea');
}

/** Whether a row says two things; a headline with its day says one. */
function holdsTwo({ fields }: PageRecord, knowledge: CompiledKnowledge): boolean {
  const isDay = (value: string): boolean => value.length <= longestDay && /\d/u.test(value);
  return (
    fields.filter(({ value }) => value !== '' && !(isDay(value) && datesIn(value, knowledge).length > 0)).length >= 2
  );
}

/** Whether a group has rows with named fields, or with more fields than a list of dated titles. */
function isRows({ source, records }: RecordGroup, knowledge: CompiledKnowledge): boolean {
  const fields = records[0]?.fields ?? [];
  if (source === 'table' && records.filter((record) => holdsTwo(record, knowledge)).length >= manyRows) return true;
  if (source === 'list' || records.length < fewestRows || fields.length < fewestFields) return false;
  return fields.length > fewestFields || fields.filter(({ name }) => name !== '').length >= 2;
}

/** What every page of a site repeats: the links and forms of its home page. */
interface Furniture {
  readonly links: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

const furniture = new WeakMap<object, Map<SiteKind, Furniture>>();

function furnitureOf(seen: Seen, site: SiteKind): Furniture {
  const known = furniture.get(seen.visit) ?? new Map<SiteKind, Furniture>();
  furniture.set(seen.visit, known);
  const before = known.get(site);
  if (before !== undefined) return before;
  const homes = seen.pages(site).filter(({ capture }) => capture.home);
  const common: Furniture = {
    links: new Set(homes.flatMap(({ links }) => links.map(({ url }) => url))),
    forms: new Set(homes.flatMap(({ forms }) => forms.map(formKey))),
  };
  known.set(site, common);
  return common;
}

function formKey({ action, fields }: Form): string {
  return JSON.stringify([action, fields.map(({ name, type }) => [name, type])]);
}

/** Number of pages that the content of a page links to, without those of the site's menus. */
function linksOf({ links, url }: Page, common: Furniture): number {
  const own = links.filter(({ region, via }) => (region === 'main' || region === 'unknown') && via === 'html');
  return new Set(own.map((link) => link.url).filter((to) => to !== url && isWeb(to) && !common.links.has(to))).size;
}

function shapesOf(page: Page, common: Furniture, knowledge: CompiledKnowledge): PageShape[] {
  const shapes: PageShape[] = [];
  if (daysOn(page, knowledge) >= fewestDays) shapes.push('dated');
  if (tells(page, knowledge)) shapes.push('told');
  const forms = page.forms.filter((form) => !common.forms.has(formKey(form)));
  if (forms.some((form) => takesInput(form, page.capture.role === 'frame'))) shapes.push('input');
  if (page.records.some((group) => isRows(group, knowledge))) shapes.push('rows');
  return shapes;
}

/** Whether a short page has a script that requests data. */
function asksForData({ text, inlineScript }: Page): boolean {
  return text.length <= longestBare && requestsData(inlineScript);
}

/** Whether a page prints explanations, each a paragraph with its day and not a link. */
function tells({ text, links }: Page, knowledge: CompiledKnowledge): boolean {
  const labels = links.map(({ label }) => label).filter((label) => label.length >= shortestTitle);
  const told = text.split('\n', mostLines).filter((line) => {
    if (line.length < shortestTold || datesIn(line, knowledge).length === 0) return false;
    return !labels.some((label) => line.includes(label));
  });
  return told.length >= fewestDays;
}

/** Topics that a column may have by its name; empty if the name tells nothing. */
function topicsOf({ label }: SeenColumn, { columnRules }: Seen['knowledge']): readonly ColumnTopic[] {
  const folded = foldLabel(label);
  return columnRules.topics.filter(({ labels }) => labels.some((pattern) => pattern.test(folded)));
}

function asLink({ url, label }: SeenColumn): Link {
  return { url, label, labelFrom: label === '' ? 'none' : 'text', region: 'unknown', via: 'html', hints: '' };
}
