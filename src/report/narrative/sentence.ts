/**
 * Id of a definition in the methods appendix: a key of `methods.definitions`, or `adoption:` and
 * the id of a statement.
 */
export type StatisticId = string;

/** A number of the bulletin, or a name that links to a definition. */
export interface Figure {
  readonly text: string;
  readonly statistic: StatisticId;
  /** JSON Pointer (RFC 6901) of the value in `report.json`; null for a name. */
  readonly id: string | null;
  /** The value there, which `text` rounds; null for a name. */
  readonly value: number | null;
}

/** The value of a placeholder: a figure, a name, or a list of filled templates. */
export type Value = Figure | string | Sentence | readonly Piece[];
export type Piece = string | Figure | Sentence;

/** A template of the catalogue with its values. Texts are not escaped. */
export interface Sentence {
  readonly template: string;
  readonly values: Readonly<Record<string, Value>>;
}

export function sentence(template: string, values: Readonly<Record<string, Value>> = {}): Sentence {
  return { template, values };
}

export function isSentence(value: Value): value is Sentence {
  return typeof value === 'object' && 'template' in value;
}

/** Joins the pieces with a mark between them. */
export function listed(pieces: readonly Piece[], mark: string): readonly Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [mark, piece]));
}

/**
 * The sentence as a sequence of texts and figures, with nested sentences expanded.
 * @throws Error for a placeholder without value
 */
export function piecesOf({ template, values }: Sentence): (string | Figure)[] {
  return template.split(/(\{\w+\})/u).flatMap((part): (string | Figure)[] => {
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name === undefined) return part === '' ? [] : [part];
    const value = values[name];
    if (value === undefined) throw new Error(`the template "${template}" asks for {${name}}, which was not given`);
    return open(value);
  });
}

function open(value: Value): (string | Figure)[] {
  if (Array.isArray(value)) return value.flatMap(open);
  // `Array.isArray` does not narrow a readonly array away.
  const single = value as Exclude<Value, readonly Piece[]>;
  return isSentence(single) ? piecesOf(single) : [single as string | Figure];
}

/** The sentence as plain text. */
export function textOf(whole: Sentence): string {
  return piecesOf(whole)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
}

/** A chapter of the bulletin: a title and paragraphs of sentences. */
export interface Chapter {
  /** Subject of the chapter: `overall`, or the id of a capability. */
  readonly id: string;
  readonly title: string;
  /** The sentences that say the most, printed first. */
  readonly lead: readonly Sentence[];
  readonly paragraphs: readonly (readonly Sentence[])[];
}
