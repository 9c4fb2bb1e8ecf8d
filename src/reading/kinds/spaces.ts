import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, labelled, named, sign } from './facts.ts';

const fewestItems = 3;

/** A page of electronic certificates: search for one, view one's own, or the kinds available. */
export function certificates(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.certificates;
  const name = named(facts, rule);
  if (page.kind !== 'html' || facts.headline || facts.byline) return null;
  const counted = rule.counts.map((pattern) => pattern.exec(page.text)?.[0]).find((found) => found !== undefined);
  if (name === null && counted === undefined) return null;
  const fields = [
    ...labelled(facts, rule.fields).map(({ word }) => word),
    ...page.forms.flatMap((form) =>
      form.fields.flatMap(
        ({ name: key, label, placeholder }) => rule.fields.in(foldLabel(`${key} ${label} ${placeholder}`)) ?? [],
      ),
    ),
  ];
  const kinds = new Set(
    [...facts.links.map(({ label }) => foldLabel(label)), ...facts.foldedLines, ...facts.tokens.keys()].filter(
      (text) => text.length >= 3 && text.length <= 20 && rule.endings.list.some((ending) => text.endsWith(ending)),
    ),
  );
  // Without the name, the number of kinds with some of their names is enough.
  if (name === null) {
    const told = kinds.size >= fewestItems || fields.length > 0;
    return told ? sign('certificates', 0.8, [counted, ...kinds]) : null;
  }
  if (fields.length === 0 && counted === undefined && kinds.size < fewestItems) return null;
  return sign('certificates', 0.87, [name, ...fields, counted, ...kinds]);
}

/** The personal space of a logged-in person: own cases, letters, certificates, subscriptions. */
export function personalSpace(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return space('personal-space', page, knowledge);
}

/** The same for enterprises. */
export function enterpriseSpace(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return space('enterprise-space', page, knowledge);
}

function space(kind: 'personal-space' | 'enterprise-space', page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules[kind];
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null || facts.byline) return null;
  const labels = page.links.flatMap(({ label, region }) =>
    region === 'footer' ? [] : (rule.items.in(foldLabel(label)) ?? []),
  );
  const items = new Set([...labels, ...labelled(facts, rule.items).map(({ word }) => word)]);
  return items.size >= fewestItems ? sign(kind, 0.87, [name, ...items]) : null;
}
