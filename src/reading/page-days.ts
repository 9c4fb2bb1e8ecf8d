import { datesIn } from './dates.ts';
import { rememberedOfPage } from './remembered.ts';

/** Number of full dates in the visible text of a page; searched once for all that ask. */
export const daysOn = rememberedOfPage((page, knowledge): number => datesIn(page.text, knowledge).length);
