const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text;
}

const day = 86_400_000;

/** ISO date moved by whole days. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** 2026-03-09 as 2026年3月9日. */
export function chineseDate(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Text as the inside of a single-quoted script literal that may stand in an inline script. */
export function scriptLiteral(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\r?\n/g, '\\n')
    .replace(/<\/(script)/gi, '<\\/$1');
}

/** Half-width letters and digits as full-width ones. */
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
