import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, labelled, ruledOut, sign } from './facts.ts';

const fewestElements = 4;
/** Labels that come more often belong to a list of matters. */
const mostTimes = 3;

/** The guide to one service: elements such as conditions, materials, time and fee, each under its label. */
export function guide(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.guide;
  if (facts.headline && facts.common.news.in(facts.own) !== null) return null;
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
