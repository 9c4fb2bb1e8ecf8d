import { UsageError } from '../model/usage-error.ts';

/** Where a mistake is. Lines and columns count from 1; null where they are not known. */
export interface MistakePlace {
  readonly file: string;
  readonly line: number | null;
  /** Character of the line. */
  readonly column: number | null;
  /** Path in a YAML file (`budget.depth`), name of the column in a table; empty for the file. */
  readonly path: string;
}

/** One mistake in a configuration file. The message is a sentence with place and expectation. */
export class PackMistake extends UsageError {
  readonly place: MistakePlace;
  /** What was expected and what was found, as a clause. */
  readonly what: string;

  constructor(place: MistakePlace, what: string, message: string) {
    super(message);
    this.place = place;
    this.what = what;
  }
}

/** Takes mistakes one by one: throws the first one, or collects them all. */
export type Report = (mistake: PackMistake) => void;

/** The report of whoever needs a pack without mistakes. */
export const throwFirst: Report = (mistake) => {
  throw mistake;
};

/** A mistake of a whole file. */
export function fileMistake(file: string, what: string): PackMistake {
  return new PackMistake({ file, line: null, column: null, path: '' }, what, `${file}: ${what}.`);
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
