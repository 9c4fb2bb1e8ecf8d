/** A figure of two editions. In the unit of the figure; null where an edition does not have it. */
export interface Change {
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before; null unless both are there. */
  readonly difference: number | null;
}

export function changeOf(before: number | null | undefined, after: number | null | undefined): Change {
  const known = before !== null && before !== undefined && after !== null && after !== undefined;
  return { before: before ?? null, after: after ?? null, difference: known ? after - before : null };
}
