import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { datesIn } from '../../reading/dates.ts';
import { localDay } from './working-days.ts';

/**
 * The newest ISO day in texts, or null. Days after the one of the capture are left out: they are terms of validity and appointments. The
 * day of the capture is that of the pack's own zone.
 * @param time ISO time of the capture.
 */
export function newestDate(texts: readonly string[], time: string, knowledge: CompiledKnowledge): string | null {
  const last = localDay(time, knowledge.calendar);
  const days = texts.flatMap((text) => datesIn(text, knowledge).map(({ day }) => day)).filter((day) => day <= last);
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}
