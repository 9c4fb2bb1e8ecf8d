import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Page } from '../page.ts';
import { factsOf, labelled, named, ruledOut, sign, tokenCount } from './facts.ts';

const fewestElements = 4;
/** Labels that are repeated more often belong to a list of services. */
const mostTimes = 3;

const question = /[?？]\s*$/u;

/**
 * The guide to one service: elements such as conditions, materials, time limit and fee, each with a
 * label.
 */
export function guide(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.guide;
  if (facts.headline && facts.common.news.in(facts.ownTitle) !== null) return null;
  // The answer to a question explains a service without being the guide to it.
  if (question.test(facts.ownTitle)) return null;
  if (ruledOut(facts, rule)) return null;
  const found = rule.elements.flatMap((element) => labelled(facts, element).slice(0, 1));
  if (found.length < fewestElements || found.filter(({ times }) => times > mostTimes).length * 2 > found.length)
    return null;
  return sign(
    'guide',
    Math.min(0.97, 0.7 + 0.05 * (found.length - 1)),
    found.map(({ word }) => word),
  );
}

const fewestActions = 3;
const fewestMatters = 5;
const fewestNamed = 4;
/** Shorter labels belong to menus. */
const shortestMatter = 6;

/**
 * A list of services: each has the same button (guide, apply), or the page is named so and lists no
 * news.
 */
export function guideList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['guide-list'];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule) || facts.byline) return null;
  const { actions } = facts.common;
  const linked = page.links.filter(
    ({ label, region }) => (region === 'main' || region === 'unknown') && actions.has(foldLabel(label)),
  );
  const times = Math.max(linked.length, tokenCount(facts, actions));
  const name = named(facts, rule);
  if (times >= fewestActions && facts.rules.guide.elements.every((element) => labelled(facts, element).length <= 1))
    return sign('guide-list', name === null ? 0.8 : 0.93, [name, linked[0]?.label]);
  const matching = facts.links.filter(({ label }) => matchesAny(rule.matters, foldLabel(label)));
  // Names of services are enough, whatever the page is called.
  if (matching.length >= fewestNamed && matching.length * 2 >= facts.links.length && facts.days * 2 <= matching.length)
    return sign('guide-list', 0.82, [name, ...matching.slice(0, 3).map(({ label }) => label)]);
  const matters = facts.links.filter(({ label }) => foldLabel(label).length >= shortestMatter);
  if (name === null || matters.length < fewestMatters || facts.days * 2 > matters.length) return null;
  return sign('guide-list', 0.78, [name, ...matters.slice(0, 3).map(({ label }) => label)]);
}
