import { z } from 'zod';
import { foldLabel } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Form, FormField, Page } from '../../reading/page.ts';
import { holds } from './targets.ts';

/** By what the field for what is written is known, and forms that take something else. */
export const appealFormWords = z.object({
  'appeal-form-not': wordList,
  'appeal-content': wordList,
});

/** A form in which a person writes to the government. */
export interface AppealForm {
  readonly page: Page;
  readonly form: Form;
  /** The field that holds what is written. */
  readonly content: FormField;
}

/** Forms of a page that take an appeal: they have a large field for what is written, and another for who writes or about what. */
export function appealForms(page: Page, seen: Seen): AppealForm[] {
  return page.forms.flatMap((form) => {
    // A box in the header may be for searching; a large field for what one writes stands in none.
    const large = form.fields.some(({ type }) => type === 'textarea');
    if (!large && (form.region === 'header' || form.region === 'footer')) return [];
    const said = [...form.buttons, form.hints].join(' ');
    if (holds(said, wordsOf(appealFormWords, seen.knowledge)['appeal-form-not'])) return [];
    const content =
      form.fields.find((field) => field.type === 'textarea') ?? form.fields.find((field) => isContent(field, seen));
    const others = form.fields.filter(
      (field) => field !== content && !['hidden', 'submit', 'button', 'reset', 'image'].includes(field.type),
    );
    return content && others.length > 0 ? [{ page, form, content }] : [];
  });
}

/** An editor replaces the text area by a field of its own, which keeps its name. */
function isContent(field: FormField, seen: Seen): boolean {
  if (!['text', 'hidden', ''].includes(field.type)) return false;
  const { 'appeal-content': names } = wordsOf(appealFormWords, seen.knowledge);
  return names.has(foldLabel(field.name)) && field.type !== 'hidden';
}
