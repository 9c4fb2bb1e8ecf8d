import type { Box } from './box.ts';

const fewestLinks = 4;
/** The least share of letters and digits that stand in links. */
const leastShare = 0.9;

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function linkTexts(kids: readonly (Box | string)[]): string[] {
  return kids.flatMap((kid) => {
    if (typeof kid === 'string') return [];
    return kid.tag === 'a' ? (kid.spoken ? [kid.text] : []) : linkTexts(kid.boxes);
  });
}

/**
 * Whether a line consists of links, as the menu of a site does where no class says so. Its words
 * name other pages and not what stands below it.
 *
 * @param kids what the line consists of
 * @param text its whole text
 */
export function isMenu(kids: readonly (Box | string)[], text: string): boolean {
  const texts = linkTexts(kids);
  return texts.length >= fewestLinks && lettersIn(texts.join('')) >= lettersIn(text) * leastShare;
}
