import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, named, ruledOut, sign } from './facts.ts';

const fewestThings = 4;
const fewestFields = 5;
const fewestNamedFields = 4;
const fewestItems = 3;
const longestZone = 1500;
/** Longer labels are titles of news, not names of services. */
const longestName = 24;

/**
 * A zone of integrated services ("one thing"): most of its items have the names of such services.
 */
export function oneThingZone(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['one-thing-zone'];
  if (page.kind !== 'html' || facts.headline || facts.byline || ruledOut(facts, rule)) return null;
  const labels = namesOn(facts);
  const items = labels.filter((label) => matchesAny(rule.things, label));
  const things = rule.things.filter((pattern) => items.some((label) => pattern.test(label)));
  const name = named(facts, rule);
  // Services that are named with the words for it need no other name of the page.
  const suffixed = labels.filter((label) =>
    rule.suffixes.list.some((end) => label.length > end.length + 1 && label.endsWith(end)),
  );
  if (suffixed.length >= fewestThings && facts.days === 0)
    return sign('one-thing-zone', name === null ? 0.8 : 0.93, [name, ...suffixed]);
  if (things.length < (name === null ? fewestThings + 2 : fewestThings)) return null;
  // A list of all services also contains some of these names.
  if (name === null && items.length * 2 < labels.length) return null;
  return sign('one-thing-zone', name === null ? 0.75 : 0.93, [name, ...items]);
}

/** A zone of cross-region services, recognised by its name and the services it offers. */
export function crossRegionZone(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['cross-region-zone'];
  if (page.kind !== 'html' || facts.headline || facts.byline || ruledOut(facts, rule)) return null;
  const name = named(facts, rule);
  if (name === null) {
    // A page without news that states the number of cross-region services is the zone under another
    // name.
    const counted =
      facts.days > 0
        ? undefined
        : rule.counts.map((pattern) => pattern.exec(page.text)?.[0]).find((found) => found !== undefined);
    return counted === undefined || facts.folded.length > longestZone
      ? null
      : sign('cross-region-zone', 0.78, [counted]);
  }
  const items = rule.items.list.filter((word) => facts.folded.includes(word));
  // Dated titles are news about the zone.
  const links = facts.days * 2 > facts.titles.length ? 0 : facts.links.length;
  const listed = Math.max(links, ...page.tables.map(({ rows }) => rows.length));
  if (items.length === 0 && listed < fewestItems) return null;
  return sign('cross-region-zone', 0.85, [name, ...items]);
}

/** The fields of the standard disclosure catalogues, as links or tabs. */
export function disclosureZone(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['disclosure-zone'];
  if (page.kind !== 'html' || facts.headline || facts.byline || ruledOut(facts, rule)) return null;
  const labels = new Set([...page.links.map(({ label }) => foldLabel(label)), ...facts.labels.keys()]);
  const catalogues = [...labels].filter((label) => label.length <= longestName && rule.names.in(label) !== null);
  const fields = rule.fields.list.filter(
    (field) => labels.has(field) || catalogues.some((label) => label.startsWith(field)),
  );
  const name = named(facts, rule);
  if (fields.length < (name === null ? fewestFields : fewestNamedFields)) return null;
  return sign('disclosure-zone', name === null ? 0.75 : 0.95, [name, ...fields]);
}

/** Short names on a page: labels of links and blocks. */
function namesOn(facts: Facts): string[] {
  const found = new Set([...facts.links.map(({ label }) => foldLabel(label)), ...facts.labels.keys()]);
  return [...found].filter((label) => label.length >= 2 && label.length <= longestName);
}
