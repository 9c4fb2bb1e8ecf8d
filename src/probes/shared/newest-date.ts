import { datesIn } from '../../reading/dates.ts';

/**
 * The newest ISO day in texts, or null. Days after `until` are left out: they are terms of validity and appointments.
 * @param until ISO day or time of the capture.
 */
export function newestDate(texts: readonly string[], until: string): string | null {
  const last = until.slice(0, 10);
  const days = texts.flatMap((text) => datesIn(text).map(({ day }) => day)).filter((day) => day <= last);
  return days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}
