import type { Link } from './link.ts';

/** How alike things were written on a page. */
export type RecordSource = 'table' | 'definition' | 'card' | 'label-value' | 'list' | 'json' | 'xml';

/** One named value of a record. */
export interface Field {
  /** Header or label as it stands on the page, folded (`foldLabel`) and without its colon; a key for JSON and XML. Empty where nothing names it. */
  readonly name: string;
  /** The value's text, folded space; empty where the page shows none. */
  readonly value: string;
}

/** One of several alike things on a page: a table row, a card, an item of JSON or of an XML island; or one thing shown as labels with values. */
export interface PageRecord {
  readonly fields: readonly Field[];
  /** All its text, for what no field names. */
  readonly text: string;
  /** The link that leads to the thing itself; null without one. */
  readonly link: Link | null;
}

/** Records that stand together. */
export interface RecordGroup {
  readonly source: RecordSource;
  /** Heading, caption or tab that stands above them; empty without one. */
  readonly heading: string;
  /** Names of the fields in the order of the page; empty where records name their own. */
  readonly headers: readonly string[];
  readonly records: readonly PageRecord[];
  /** Number of all such things by the page's own word (a total beside the list), null when it says none. */
  readonly total: number | null;
}
