import { UsageError } from './usage-error.ts';

/** A sentence with gaps (`{name}`) and what fills them, so that it can be said in another language. */
export interface Phrase {
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A text with its gaps filled; a gap without a value stays as it stands. */
export function filled(text: string, values: Phrase['values']): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence as the source has it. */
export function inEnglish({ text, values }: Phrase): string {
  return filled(text, values);
}

/** A mistake of the user that can be said in another language. */
export class PhrasedUsageError extends UsageError {
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(inEnglish(phrase));
    this.phrase = phrase;
  }
}
