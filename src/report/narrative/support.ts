/**
 * Largest share of the governments concerned of which nothing may be known before a sentence about them is replaced by one that says
 * so. The published report left one government in 337 out; a fifth is where the order of two shares in it starts to turn around.
 */
export const mostUnknown = 0.2;

/** Whether enough is known: `known` with an answer, `unknown` without. Nobody at all is not enough. */
export function isSupported(known: number, unknown: number): boolean {
  return known > 0 && unknown <= mostUnknown * (known + unknown);
}
