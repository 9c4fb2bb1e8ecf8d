import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import type { KindSign } from '../kind.ts';
import type { Form, Page } from '../page.ts';
import { type Facts, factsOf, labelled, named, ruledOut, sign } from './facts.ts';

type Rule = KindRules['kinds']['appeal-form'];
const editors = new Set(['textarea', 'editor']);

/** A form for letters: a field for the content, and fields for the sender or the subject. */
export function appealForm(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['appeal-form'];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule)) return null;
  if (facts.names.some((name) => rule['not-names'].in(name) !== null)) return null;
  const name = named(facts, rule);
  let best: KindSign | null = null;
  for (const form of page.forms) {
    const found = formSign(form, facts, rule, name);
    if (found !== null && found.confidence > (best?.confidence ?? 0)) best = found;
  }
  return best;
}

function formSign(form: Form, facts: Facts, rule: Rule, name: string | null): KindSign | null {
  const shown = form.fields.filter(({ type }) => type !== 'hidden');
  const texts = shown.map((field) => foldLabel(`${field.name} ${field.label} ${field.placeholder}`));
  if (texts.some((text) => rule['not-fields'].in(text) !== null)) return null;
  const area = shown.findIndex(({ type }) => editors.has(type));
  const content =
    area >= 0 ? area : shown.findIndex(({ type }, index) => isText(type) && holds(texts[index], rule.content));
  if (content < 0) return null;
  // A field's label is often in the cell beside it, where only the page text shows it.
  const contact =
    texts.some((text, index) => index !== content && holds(text, rule.contact)) ||
    labelled(facts, rule.contact).length > 0;
  const subject =
    texts.some((text, index) => index !== content && holds(text, rule.subject)) ||
    labelled(facts, rule.subject).length > 0;
  const titled = holds(texts[content], rule.content) || labelled(facts, rule.content).length > 0;
  const others = shown.filter(({ type }, index) => index !== content && (isText(type) || type === 'select')).length;
  if (others === 0 || !(contact || subject)) return null;
  const roles = Number(contact) + Number(subject) + Number(titled);
  if (name === null && roles < 3 && !(area >= 0 && contact && subject)) return null;
  if (area < 0 && roles < 3) return null;
  return sign('appeal-form', name !== null ? 0.85 + 0.04 * roles : 0.8, [name, ...texts.filter((text) => text !== '')]);
}

function holds(text: string | undefined, words: Rule['content']): boolean {
  return text !== undefined && words.in(text) !== null;
}

function isText(type: string): boolean {
  return !/^(?:hidden|password|checkbox|radio|file|select|submit|button|image|reset|range|color)$/u.test(type);
}
