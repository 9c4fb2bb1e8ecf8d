import type { MaskingRules } from '../../config/schema/publishing.ts';

/** A text without personal data, and how many pieces were masked. */
export interface Masked {
  readonly text: string;
  readonly count: number;
}

/** A value with its name, as a record of a page has it. */
interface NamedValue {
  /** Folded label, header or key. */
  readonly name: string;
  readonly value: string;
}

/** Masks personal data in text or markup; what is not matched stays as it is, byte for byte. */
export interface Mask {
  /** @param names names of people that stand in the text, such as those of `namesAmong` */
  mask(text: string, names?: readonly string[]): Masked;
  /** Names of people among the values of records: what stands in a column or field for names. */
  namesAmong(values: readonly NamedValue[]): string[];
}

/**
 * What may stand between a label and a name: a colon, blanks, quotation marks and tags, but neither
 * the end of a column's header nor an input field, behind which the next label stands.
 */
const between = '(?:\\s|["\':\\uff1a]|&nbsp;|<(?!/?th\\b|input\\b|select\\b|textarea\\b|button\\b)[^<>]{0,200}>){0,12}';

/** Compiles the rules of a pack. */
export function maskOf({ patterns, names, sign }: MaskingRules): Mask {
  const rules = patterns.map((rule) => ({
    pattern: new RegExp(rule.pattern, 'giu'),
    ...{ start: rule['keep-start'], end: rule['keep-end'] },
  }));
  const labelled = names === null ? null : namePattern(names.labels, names.name);
  const whole = names === null ? null : new RegExp(`^(?:${names.name})$`, 'iu');
  const fields = new Set(names === null ? [] : [...names.labels, ...names.fields]);
  const kept = names?.['keep-start'] ?? 0;
  return {
    mask(text, known = []) {
      let count = 0;
      const hide = (found: string, start: number, end: number): string => {
        const shown = hidden(found, start, end, sign);
        // What is masked already stays.
        if (shown !== found) count += 1;
        return shown;
      };
      let masked = text;
      for (const { pattern, start, end } of rules) masked = masked.replace(pattern, (found) => hide(found, start, end));
      if (labelled !== null)
        masked = masked.replace(labelled, (_, before: string, name: string) => before + hide(name, kept, 0));
      if (known.length > 0) masked = masked.replace(alonePattern(known), (name) => hide(name, kept, 0));
      return { text: masked, count };
    },
    namesAmong: (values) => [
      ...new Set(
        values.filter(({ name, value }) => fields.has(name) && whole?.test(value) === true).map(({ value }) => value),
      ),
    ],
  };
}

/** A label and the name behind it. */
function namePattern(labels: readonly string[], name: string): RegExp {
  return new RegExp(`((?:${alternatives(labels)})${between})(${name})`, 'giu');
}

/** The names where they are no part of a longer word. */
function alonePattern(names: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives(names)})(?!\\p{L})`, 'gu');
}

/** Longer texts first, since one may be the end of another. */
function alternatives(texts: readonly string[]): string {
  const sorted = texts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.map((text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
}

function hidden(text: string, start: number, end: number, sign: string): string {
  const signs = [...text];
  const last = signs.length - end;
  return signs.map((letter, at) => (at >= start && at < last ? sign : letter)).join('');
}
