import type { Link } from './link.ts';

/** Markup in which similar items were found. */
export type RecordSource = 'table' | 'definition' | 'card' | 'label-value' | 'list' | 'json' | 'xml';

/** A named value of a record. */
export interface Field {
  /**
   * Header or label on the page, folded (`foldLabel`) and without colon; the key for JSON and XML;
   * empty if the value has no name.
   */
  readonly name: string;
  /** Text of the value with white space folded; empty if the page shows none. */
  readonly value: string;
}

/**
 * One of several similar items on a page (a table row, a card, an item of JSON or XML), or one
 * thing shown as labels with values.
 */
export interface PageRecord {
  readonly fields: readonly Field[];
  /** The whole text of the record, including text without a field name. */
  readonly text: string;
  /** The link to the item; null without one. */
  readonly link: Link | null;
}

/** Adjacent records of the same kind. */
export interface RecordGroup {
  readonly source: RecordSource;
  /** Heading, caption or tab above the records; empty without one. */
  readonly heading: string;
  /** Field names in page order; empty if every record has its own names. */
  readonly headers: readonly string[];
  readonly records: readonly PageRecord[];
  /** Number of all such items as stated beside the list; null if not stated. */
  readonly total: number | null;
}
