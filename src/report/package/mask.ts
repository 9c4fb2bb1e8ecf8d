import type { MaskingRules } from '../../config/schema/publishing.ts';

/** A text without personal data, and how many pieces were masked. */
export interface Masked {
  readonly text: string;
  readonly count: number;
}

/** Masks personal data in text or markup; what is not matched stays as it is, byte for byte. */
export type Mask = (text: string) => Masked;

/** Between a label and a name: a colon, blanks, tags and the entity of a blank. */
const between = '(?:\\s|[:\\uff1a]|&nbsp;|<[^<>]{0,200}>){0,12}';

/** Compiles the rules of a pack. */
export function maskOf({ patterns, names, sign }: MaskingRules): Mask {
  const rules = patterns.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, 'giu') }));
  const labelled = names === null ? null : namePattern(names.labels, names.name);
  return (text) => {
    let count = 0;
    let masked = text;
    for (const { pattern, 'keep-start': start, 'keep-end': end } of rules)
      masked = masked.replace(pattern, (found) => {
        count += 1;
        return hidden(found, start, end, sign);
      });
    if (labelled !== null && names !== null)
      masked = masked.replace(labelled, (_, before: string, name: string) => {
        const shown = hidden(name, names['keep-start'], 0, sign);
        // A name that is masked already, or is a title alone, stays.
        if (shown !== name) count += 1;
        return before + shown;
      });
    return { text: masked, count };
  };
}

/** Longer labels first, since one may be the end of another. */
function namePattern(labels: readonly string[], name: string): RegExp {
  const sorted = labels
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((label) => label.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`((?:${sorted.join('|')})${between})(${name})`, 'giu');
}

function hidden(text: string, start: number, end: number, sign: string): string {
  const signs = [...text];
  const last = signs.length - end;
  return signs.map((letter, at) => (at >= start && at < last ? sign : letter)).join('');
}
