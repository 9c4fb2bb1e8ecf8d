import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import { isWeb, pathOf, sameSite } from '../addresses.ts';
import type { KindSign } from '../kind.ts';
import type { Link, Page } from '../page.ts';
import { factsOf, sign } from './facts.ts';

const mostLinks = 16;
const mostEntries = 4;
const longestText = 300;
const longestChoice = 400;
/** Most characters around the name of a language: 进入中文版. */
const spareLetters = 4;

/** A splash page: next to no text and one or two links (text, picture, image map) into the site. */
export function splash(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.folded.length > longestText || page.forms.length > 0) return null;
  const links = distinctLinks(page);
  const inside = links.filter((link) => sameSite(link.url, page.url) && link.url !== page.url);
  if (links.length > mostLinks || inside.length === 0) return null;
  const { enter, lone } = facts.rules.splash;
  const entering = inside.find(({ label }) => {
    const folded = foldLabel(label);
    return enter.in(folded) !== null || (inside.length === 1 && lone.has(folded));
  });
  if (entering && inside.length <= 2 * mostEntries) return sign('splash', 0.9, [entering.label]);
  const root = /^\/(?:index\.\w+|default\.\w+)?(?:\?|$)/iu.test(pathOf(page.url));
  // A picture or an entry label; links with other labels show that this is a small site.
  const pictured = inside.filter((link) => {
    const label = foldLabel(link.label);
    if (label === '' || knowledge.genericLabels.has(label) || facts.common['site-names'].in(label) !== null)
      return true;
    return link.labelFrom === 'alt' && inside.length === 1;
  });
  if (!root || inside.length > mostEntries || pictured.length === 0) return null;
  return sign(
    'splash',
    0.75,
    pictured.map(({ label, url }) => label || url),
  );
}

/** A page that asks for the language of the site. */
export function languageChoice(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.folded.length > longestChoice) return null;
  const rule = facts.rules['language-choice'];
  const links = distinctLinks(page);
  const named = links.flatMap((link) => languageOf(link, rule) ?? []);
  const own = named.filter((name) => name.own);
  const others = new Set(named.filter((name) => !name.own).map(({ word }) => word));
  if (own.length === 0 || others.size === 0 || links.length > mostLinks) return null;
  if (named.length * 2 < links.length) return null;
  return sign('language-choice', 0.92, [...own.map(({ word }) => word), ...others]);
}

/** The language that a link's label names; null if it names none. */
export function languageOf(
  link: Link,
  rule: KindRules['kinds']['language-choice'],
): { readonly word: string; readonly own: boolean } | null {
  const label = foldLabel(link.label);
  for (const own of [false, true]) {
    const word = (own ? rule.own : rule.others).in(label);
    if (word !== null && label.length - word.length <= spareLetters) return { word, own };
  }
  return null;
}

/** Web links of a page, each URL once. */
export function distinctLinks(page: Page): Link[] {
  const known = new Set<string>();
  return page.links.filter(({ url, via }) => via === 'html' && isWeb(url) && !known.has(url) && known.add(url));
}
