import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { rememberedOfPage } from '../remembered.ts';
import { type Facts, factsOf, named, sign } from './facts.ts';

const longestTool = 4000;
const longestSelf = 400;
const fewestResults = 3;
const fewestTools = 4;

/** A page whose main content is a search box. */
export function searchPage(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['search-page'];
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null || facts.byline) return null;
  const box = page.forms.some(({ fields, buttons }) => {
    const texts = fields.filter(({ type }) => isText(type));
    const said = texts.some(
      ({ name: key, placeholder, label }) => rule.fields.in(foldLabel(`${key} ${placeholder} ${label}`)) !== null,
    );
    // A single unlabelled field beside a search button is a search box.
    const lone = texts.length === 1 && texts.every(({ placeholder, label }) => foldLabel(placeholder + label) === '');
    return said || (lone && buttons.some((text) => rule.buttons.has(foldLabel(text))));
  });
  return box ? sign('search-page', 0.87, [name]) : null;
}

/** The results of a search: their number and the first of them. */
export function searchResults(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.headline || facts.titles.length < fewestResults) return null;
  const found = facts.rules['search-results'].counts
    .map((pattern) => pattern.exec(page.text)?.[0])
    .find((text) => text !== undefined);
  if (found === undefined) return null;
  return sign('search-results', 0.9, [found]);
}

/** A chat page: a robot's greeting and an input field. */
export const robot = rememberedOfPage(readRobot);

function readRobot(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.robot;
  if (page.kind !== 'html' || facts.headline || facts.folded.length > longestTool || facts.byline) return null;
  const fields = page.forms.flatMap(({ fields: all, region }) =>
    region === 'header' ? [] : all.filter(({ type }) => isText(type)),
  );
  const asking = fields.filter(
    ({ placeholder, label }) => rule.asking.in(foldLabel(`${placeholder} ${label}`)) !== null,
  );
  const greeting = rule.greetings.allIn(facts.folded);
  // A single field with a button below a greeting is for questions, whatever the button is called.
  const lone =
    greeting.length > 0 &&
    page.forms.some(
      (form) =>
        form.region !== 'header' &&
        form.buttons.length > 0 &&
        form.fields.filter(({ type }) => isText(type)).length === 1,
    );
  const sending =
    lone ||
    page.forms.some(({ buttons }) => buttons.some((text) => rule.sending.has(foldLabel(text)))) ||
    hasWord(facts, rule.sending.list);
  // A short page that greets and calls itself a robot does not need the name in its title.
  const greets = greeting.length > 0 && sending && facts.folded.length <= longestSelf;
  const name = named(facts, rule) ?? (greets ? rule.names.in(facts.folded) : null);
  if (fields.length === 0) return null;
  const signs = Number(asking.length > 0) + Number(sending) + Number(greeting.length > 0) + Number(name !== null);
  if (signs < 2 || (name === null && greeting.length === 0)) return null;
  return sign('robot', signs >= 3 ? 0.92 : 0.8, [name, ...greeting, ...asking.map(({ placeholder }) => placeholder)]);
}

/** An accessible mode or edition: its tools or its own home page. */
export function accessible(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.accessible;
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null || facts.byline) return null;
  const tools = new Set(rule.tools.allIn(foldLabel(page.text)));
  return tools.size >= fewestTools ? sign('accessible', 0.85, [name, ...tools]) : null;
}

/** The site map: all columns on one page. */
export function siteMap(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const name = named(facts, facts.rules['site-map']);
  if (page.kind !== 'html' || name === null || page.links.length < 15) return null;
  return sign('site-map', 0.9, [name]);
}

function isText(type: string): boolean {
  return !/^(?:hidden|password|checkbox|radio|file|select|submit|button|image|reset|range|color)$/u.test(type);
}

function hasWord(facts: Facts, words: readonly string[]): boolean {
  return words.some((word) => facts.tokens.has(word));
}
