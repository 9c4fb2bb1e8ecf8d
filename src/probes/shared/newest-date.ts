import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { datesIn } from '../../reading/dates.ts';
import { localDay } from './working-days.ts';

/**
 * The newest ISO day in texts, or null. Days after the capture (in the pack's time zone) are
 * ignored, because they are periods of validity and appointments.
 * @param time ISO time of the capture
 */
export function newestDate(texts: readonly string[], time: string, knowledge: CompiledKnowledge): string | null {
  const last = localDay(time, knowledge.calendar);
  const days = texts.flatMap((text) => datesIn(text, knowledge).map(({ day }) => day)).filter((day) => day <= last);
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}
