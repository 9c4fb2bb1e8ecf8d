import type { Government } from '../../model/government.ts';

/** Share of the scored governments of two editions that are in both, of the edition with more of them, 0..1. */
export function commonShare(before: readonly Government[], after: readonly Government[]): number {
  const [earlier, later] = [before, after].map(
    (governments) => new Set(governments.flatMap(({ code, scored }) => (scored ? [code] : []))),
  );
  if (earlier === undefined || later === undefined || earlier.size === 0 || later.size === 0) return 0;
  return [...later].filter((code) => earlier.has(code)).length / Math.max(earlier.size, later.size);
}
