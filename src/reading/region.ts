import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { PageRegion } from './page.ts';

interface RegionRules {
  readonly header: ReadonlySet<string>;
  readonly footer: ReadonlySet<string>;
  readonly nav: ReadonlySet<string>;
  readonly content: ReadonlySet<string>;
  readonly cache: Map<string, PageRegion | null>;
}

const rulesOf = new WeakMap<CompiledKnowledge, RegionRules>();
const byTag: ReadonlyMap<string, PageRegion> = new Map([
  ['header', 'header'],
  ['footer', 'footer'],
  ['nav', 'nav'],
  ['main', 'main'],
]);
const cacheLimit = 20_000;

/** The region that an element's tag, id or class declares; null if none. */
export function regionOf(tag: string, names: string, knowledge: CompiledKnowledge): PageRegion | null {
  const own = byTag.get(tag);
  if (own) return own;
  // Classes of html and body describe features of the page's parts.
  if (names === '' || tag === 'html' || tag === 'body') return null;
  const rules = rulesFor(knowledge);
  const known = rules.cache.get(names);
  if (known !== undefined) return known;
  const region = judge(names, rules);
  // The cache only saves time; emptying it when full bounds memory on hostile pages.
  if (rules.cache.size >= cacheLimit) rules.cache.clear();
  rules.cache.set(names, region);
  return region;
}

function rulesFor(knowledge: CompiledKnowledge): RegionRules {
  let rules = rulesOf.get(knowledge);
  if (!rules) {
    const { header, footer, nav, content } = knowledge.vocabulary.reading;
    rules = {
      header: new Set(header),
      footer: new Set(footer),
      nav: new Set(nav),
      content: new Set(content),
      cache: new Map(),
    };
    rulesOf.set(knowledge, rules);
  }
  return rules;
}

function judge(names: string, rules: RegionRules): PageRegion | null {
  let found: PageRegion | null = null;
  const own = names.slice(0, 300).split(/\s+/u);
  for (const token of own
    .filter((name) => !rules.content.has(name.toLowerCase()))
    .join(' ')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)) {
    if (rules.footer.has(token)) return 'footer';
    if (rules.header.has(token)) found = 'header';
    else if (found === null && rules.nav.has(token)) found = 'nav';
  }
  return found;
}

/**
 * Region of an element inside a parent: a menu inside a footer is footer. Headers and footers
 * inside `<main>` belong to an article or section, not to the page (HTML standard, 4.3.8 and
 * 4.3.9).
 */
export function nestRegion(parent: PageRegion, own: PageRegion | null): PageRegion {
  if (own === null) return parent;
  // A "header" around the main part is only a wrapper with such a class.
  if (own === 'main') return 'main';
  if (parent === 'main' && own !== 'nav') return 'main';
  if (parent === 'footer') return 'footer';
  if (parent === 'header' && own !== 'nav') return 'header';
  return own;
}
