/** Statuses whose Retry-After is a request for patience (RFC 9110 §10.2.3, RFC 6585 §4). */
const patient: ReadonlySet<number> = new Set([429, 503]);

/**
 * How long a server asks to be left alone, in milliseconds; null if it does not ask. A date is
 * compared with the server's own clock (`Date`) if it sends that.
 * @param now milliseconds since the epoch
 */
export function retryAfter(status: number, headers: Readonly<Record<string, string>>, now: number): number | null {
  const value = headers['retry-after']?.trim();
  if (!patient.has(status) || value === undefined || value === '') return null;
  if (/^\d{1,9}(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const until = Date.parse(value);
  if (!Number.isFinite(until)) return null;
  const theirs = Date.parse(headers.date ?? '');
  return Math.max(0, until - (Number.isFinite(theirs) ? theirs : now));
}
