import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, labelled, named, sign } from './facts.ts';
import { sentenceIn } from './notice.ts';

const longestText = 2500;
const longestDemand = 500;
const longestSentence = 60;
const mostTitles = 8;

/** A log-in form or demand in place of content. */
export function login(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.titles.length > mostTitles || facts.folded.length > longestText) return null;
  // A page with a text area lets visitors write, logged in or not.
  if (page.forms.some(({ fields }) => fields.some(({ type }) => type === 'textarea'))) return null;
  const rule = facts.rules.login;
  // A log-in box in the header does not make the page a log-in page.
  const password = page.forms.some(
    ({ fields, region }) => region !== 'header' && fields.some(({ type }) => type.trim().toLowerCase() === 'password'),
  );
  const name = named(facts, rule);
  // Without the name of a log-in page, menus and other forms show that the box is not its main
  // content.
  const alone = facts.frame < 5 && page.forms.length === 1;
  if (password) return sign('login', name !== null ? 0.95 : alone ? 0.8 : 0.6, [name, 'password']);
  const sentence = sentenceIn(facts, rule.sentences, longestSentence);
  const fields = [
    ...labelled(facts, rule.fields).map(({ word }) => word),
    ...page.forms.flatMap(({ fields: all }) =>
      all.flatMap(
        ({ name: key, placeholder, label }) => rule.fields.in(foldLabel(`${key} ${label} ${placeholder}`)) ?? [],
      ),
    ),
  ];
  const button = page.forms.some(({ buttons }) => buttons.some((text) => rule.buttons.in(foldLabel(text)) !== null));
  if (name !== null && (fields.length > 0 || sentence !== null || button)) return sign('login', 0.88, [name, sentence]);
  return sentence !== null && facts.folded.length <= longestDemand && facts.titles.length <= 3
    ? sign('login', 0.75, [sentence])
    : null;
}
