import { z } from 'zod';
import { foldLabel } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Form, FormField, Page } from '../../reading/page.ts';
import { holds } from './targets.ts';

/** Names of the field for the letter's text, and words for forms that accept something else. */
export const appealFormWords = z.object({
  'appeal-form-not': wordList,
  'appeal-content': wordList,
});

/** A form for writing to the government. */
export interface AppealForm {
  readonly page: Page;
  readonly form: Form;
  /** The field for the letter's text. */
  readonly content: FormField;
}

/**
 * Forms of a page that accept an appeal: a large field for the text, and another for sender or
 * subject.
 */
export function appealForms(page: Page, seen: Seen): AppealForm[] {
  return page.forms.flatMap((form) => {
    // A header form may be a search box, which never has a large text field.
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

/** A rich-text editor replaces the text area by another field with the same name. */
function isContent(field: FormField, seen: Seen): boolean {
  if (!['text', 'hidden', ''].includes(field.type)) return false;
  const { 'appeal-content': names } = wordsOf(appealFormWords, seen.knowledge);
  return names.has(foldLabel(field.name)) && field.type !== 'hidden';
}
