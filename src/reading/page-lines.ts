import { rememberedOfPage } from './remembered.ts';

/** The lines of a page's text, divided once for all that look at each. */
export const linesOf = rememberedOfPage(({ text }): readonly string[] => text.split('\n'));
