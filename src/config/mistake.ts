import { UsageError } from '../model/usage-error.ts';
import { type Clause, clause, wordsOfClause } from './clause.ts';

/** Where a mistake is. Lines and columns count from 1; null where they are not known. */
export interface MistakePlace {
  readonly file: string;
  readonly line: number | null;
  /** Character of the line. */
  readonly column: number | null;
  /** Path in a YAML file (`budget.depth`), name of the column in a table; empty for the file. */
  readonly path: string;
}

/** How much of the place a sentence names. `column` is a column of a table. */
export type ShownPlace = 'file' | 'line' | 'column' | 'path';

/** One mistake in a configuration file. The message is a sentence with place and expectation. */
export class PackMistake extends UsageError {
  readonly place: MistakePlace;
  /** What was expected and what was found. */
  readonly clause: Clause;
  readonly shown: ShownPlace;

  constructor(place: MistakePlace, what: Clause, shown: ShownPlace) {
    super(wordsOfClause(sentence(place, what, shown)));
    this.place = place;
    this.clause = what;
    this.shown = shown;
  }

  /** What was expected and what was found, in English. */
  get what(): string {
    return wordsOfClause(this.clause);
  }

  /** The whole sentence in another language. */
  inWords(translate: (english: string) => string): string {
    return wordsOfClause(sentence(this.place, this.clause, this.shown), translate);
  }
}

function sentence({ file, line, path }: MistakePlace, what: Clause, shown: ShownPlace): Clause {
  if (shown === 'column' && line !== null) return clause`${file} line ${line}, column ${path}: ${what}.`;
  const named = shown === 'path' && path !== '';
  if (shown === 'file' || line === null) return named ? clause`${file}, ${path}: ${what}.` : clause`${file}: ${what}.`;
  return named ? clause`${file} line ${line}, ${path}: ${what}.` : clause`${file} line ${line}: ${what}.`;
}

/** Takes mistakes one by one: throws the first one, or collects them all. */
export type Report = (mistake: PackMistake) => void;

/** The report of whoever needs a pack without mistakes. */
export const throwFirst: Report = (mistake) => {
  throw mistake;
};

/** A mistake of a whole file. */
export function fileMistake(file: string, what: Clause): PackMistake {
  return new PackMistake({ file, line: null, column: null, path: '' }, what, 'file');
}

/** Reports the mistake that an action throws; null after one. Passes other errors on. */
export function attempt<Result>(report: Report, action: () => Result): Result | null {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof PackMistake)) throw error;
    report(error);
    return null;
  }
}
