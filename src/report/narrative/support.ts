/**
 * Largest share of unknown governments that a sentence may rest on; above it another sentence says
 * that too little is known. The published report left one government in 337 out; from a fifth on
 * the order of two shares can reverse.
 */
export const mostUnknown = 0.2;

/**
 * True if enough is known: `known` governments with an answer, `unknown` without. False for none at
 * all.
 */
export function isSupported(known: number, unknown: number): boolean {
  return known > 0 && unknown <= mostUnknown * (known + unknown);
}
