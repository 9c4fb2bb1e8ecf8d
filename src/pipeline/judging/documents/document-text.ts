/** What was read out of an office document. */
export type DocumentText =
  | {
      readonly ok: true;
      /** Title of the document's properties; empty where it has none. */
      readonly title: string;
      /** One line per line or paragraph of the document; empty for scans. */
      readonly text: string;
      /** False when the document is longer than what is read of it. */
      readonly complete: boolean;
    }
  | {
      readonly ok: false;
      /** One line, fit to be the detail of a capture. */
      readonly reason: string;
    };

/** Texts longer than this are cut; the longest regulations have some 100 000 characters. */
export const longestText = 1_000_000;

/** Folds white space inside lines and drops empty ones, as the reader of HTML pages does. */
export function foldLines(text: string): string {
  return text
    .split(/\r?\n|\r|\u2028|\u2029|\f/u)
    .map((line) => line.replace(/[\s\u200b\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
