import type { WordSet } from '../../config/words.ts';
import type { Page } from '../../reading/page.ts';
import { holds } from './targets.ts';

const typed = new Set(['text', 'search', 'number', 'tel', '']);
/** Most characters of a field's name; longer lines are prose. */
const longestName = 20;

/**
 * Name of the field that takes a number to look something up; null without such a field. If the
 * field has no label, a short line of the page may name it.
 * @param words names of the number
 */
export function numberField(page: Page, words: WordSet): string | null {
  const named = () => page.text.split('\n').find((line) => line.length <= longestName && holds(line, words)) ?? null;
  for (const form of page.forms) {
    if (form.region === 'header' || form.region === 'footer') continue;
    for (const { name, label, placeholder, type } of form.fields) {
      if (!typed.has(type)) continue;
      if (holds(`${label} ${placeholder} ${name}`, words)) return label || placeholder || name;
      const line = label === '' && placeholder === '' ? named() : null;
      if (line !== null) return line;
    }
  }
  return null;
}
