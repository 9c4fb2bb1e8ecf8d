/** No letter of any script has more marks (code units), by the stream-safe text format of Unicode (UAX 15). */
const mostMarks = 30;
/** Combining marks, and the two letters of half width that become marks. */
const marks = /[\p{M}\uff9e\uff9f]+/gu;
/** Shorter texts are normalised in no time, whatever is in them. */
const shortText = 256;

/**
 * A text in the normal form NFKC, which writes what looks and means the same in one way. Of longer
 * runs of combining marks the first ones stay: to put a run in order takes the square of its length.
 */
export function compatible(text: string): string {
  return (text.length <= shortText ? text : text.replace(marks, firstMarks)).normalize('NFKC');
}

function firstMarks(run: string): string {
  if (run.length <= mostMarks) return run;
  // The last one that stays may take two code units.
  const isWide = (run.codePointAt(mostMarks - 1) ?? 0) > 0xffff;
  return run.slice(0, isWide ? mostMarks + 1 : mostMarks);
}
