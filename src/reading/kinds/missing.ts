import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { pathOf } from '../addresses.ts';
import type { KindSign } from '../kind.ts';
import { itemLinks } from '../list-items.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, mayBeFilled, sign } from './facts.ts';
import { sentenceIn, titleIn } from './notice.ts';

const longestSentence = 80;
const longestMissing = 600;
const longestConstruction = 600;
const longestEmpty = 800;
const mostTitles = 8;
/** Fewest menu links that show that only the main area is empty. */
const frameLinks = 5;
const bareMiddle = 6;

/** A page that says "not found" with status 200. */
export function soft404(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.folded.length > longestMissing || facts.titles.length > mostTitles) return null;
  const rule = facts.rules['soft-404'];
  const title = titleIn(page, rule.titles);
  const sentence = sentenceIn(facts, rule.sentences, longestSentence);
  if (title === null && sentence === null) return null;
  return sign('soft-404', title !== null && sentence !== null ? 0.97 : 0.88, [title, sentence]);
}

/** A page that says that it is under construction. */
export function construction(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.folded.length > longestConstruction || facts.titles.length > mostTitles)
    return null;
  if (facts.byline || facts.headline) return null;
  const { sentences } = facts.rules.construction;
  const found = sentenceIn(facts, sentences, longestSentence) ?? titleIn(page, sentences);
  return found === null ? null : sign('construction', 0.9, [found]);
}

/**
 * A list or column that says it has no items, or a page with menus and an empty main area. If
 * scripts or frames may still fill it, the confidence is low because emptiness is not proved.
 */
export function empty(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || page.shell || showsItems(facts, knowledge)) return null;
  const open = mayBeFilled(facts);
  const sentence = sentenceIn(facts, facts.rules.empty.sentences, longestSentence);
  if (sentence !== null && facts.folded.length <= longestEmpty)
    return sign('empty', open ? (asksForData(page) ? 0.5 : 0.75) : 0.92, [sentence]);
  // The main area contains at most the name of the page.
  const rest = facts.foldedLines.filter((line) => !facts.names.includes(line));
  const inMiddle = new Set(facts.links);
  const menu = new Set(page.links.filter((link) => !inMiddle.has(link)).map(({ url }) => url));
  const own = facts.links.filter(({ url }) => !menu.has(url) && pathOf(url) !== '/');
  const boxes = page.forms.some(
    ({ fields, region }) => region !== 'header' && fields.some(({ type }) => type !== 'hidden'),
  );
  const bare = facts.frame >= frameLinks && rest.join('').length < bareMiddle && own.length === 0 && !boxes;
  return bare && !open ? sign('empty', 0.8, [facts.folded]) : null;
}

function showsItems(facts: Facts, knowledge: CompiledKnowledge): boolean {
  if (facts.titles.length > 3 || facts.days > 3) return true;
  if (facts.page.tables.some(({ rows }) => rows.length > 3)) return true;
  return itemLinks(facts.page, knowledge).length > 0;
}

/** Whether an inline script requests data from the server. */
function asksForData(page: Page): boolean {
  return /\.ajax\s*\(|\$\.(?:get|post|getJSON)\s*\(|fetch\s*\(|axios|XMLHttpRequest|new\s+Vue|createApp/u.test(
    page.inlineScript,
  );
}
