/**
 * A part of a sentence in the words of the source, with its values apart, so that a face can say it
 * in another language. `{0}` in the text stands for the first value.
 */
export interface Clause {
  readonly text: string;
  readonly values: readonly ClauseValue[];
}

/** A value of a clause: as it is, or a clause of its own. */
export type ClauseValue = string | number | Clause;

/** Tag of a template: clause`expected ${wanted}, found ${given}`. */
export function clause(parts: TemplateStringsArray, ...values: readonly ClauseValue[]): Clause {
  return { text: parts.map((part, index) => (index === 0 ? part : `{${index - 1}}${part}`)).join(''), values };
}

/** A clause without values whose text comes from elsewhere, such as the message of a schema. */
export function fixedClause(text: string): Clause {
  return { text, values: [] };
}

/**
 * The words of a clause.
 * @param translate gives the text of a clause in another language; by default it stays English
 */
export function wordsOfClause({ text, values }: Clause, translate = (english: string): string => english): string {
  return translate(text).replace(/\{(\d+)\}/gu, (whole, place: string) => {
    const value = values[Number(place)];
    if (value === undefined) return whole;
    return typeof value === 'object' ? wordsOfClause(value, translate) : String(value);
  });
}
