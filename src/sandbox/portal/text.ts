import { dayLength } from '../../model/time.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text;
}

/** An ISO date plus whole days. */
export function addDays(iso: string, days: number): string {
  return dateOfDay(Date.parse(`${iso}T00:00:00Z`) / dayLength + days);
}

/**
 * ISO date of a day number since 1970-01-01; computed by hand for speed, since pages contain many
 * dates.
 */
export function dateOfDay(dayNumber: number): string {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** `2026-03-09` as 2026年3月9日. */
export function chineseDate(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Escapes text for a single-quoted literal in an inline script. */
export function scriptLiteral(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\r?\n/g, '\\n')
    .replace(/<\/(script)/gi, '<\\/$1');
}

/** Converts half-width letters and digits to full width. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 0..99 as a Chinese numeral. */
export function chineseNumber(value: number): string {
  if (value <= 10) return numerals[value] ?? '';
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens > 1 ? numerals[tens] : ''}十${rest > 0 ? numerals[rest] : ''}`;
}
