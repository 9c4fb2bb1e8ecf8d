import iconv from 'iconv-lite';
import type { SiteRequest } from '../town.ts';

/** Bytes of a percent-encoded form value; plus means space. */
function bytesOf(value: string): Buffer {
  const bytes: number[] = [];
  for (let index = 0; index < value.length; index++) {
    const sign = value[index];
    const code = value.slice(index + 1, index + 3);
    if (sign === '%' && /^[0-9a-f]{2}$/i.test(code)) {
      bytes.push(Number.parseInt(code, 16));
      index += 2;
    } else if (sign === '+') bytes.push(32);
    else bytes.push(...Buffer.from(sign ?? '', 'utf8'));
  }
  return Buffer.from(bytes);
}

/** A decoded form value: UTF-8 if valid, else GB18030, since browsers use the page's encoding. */
export function decodeValue(value: string): string {
  const bytes = bytesOf(value);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

function readPairs(source: string, into: Map<string, string>): void {
  for (const pair of source.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const name = decodeValue(cut < 0 ? pair : pair.slice(0, cut));
    into.set(name, cut < 0 ? '' : decodeValue(pair.slice(cut + 1)));
  }
}

/**
 * Parameters of query and body (form or JSON); the body takes precedence, other bodies are ignored.
 */
export function parametersOf(request: SiteRequest): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  readPairs(request.url.search.slice(1), values);
  if (request.body === '') return values;
  if (request.body.trimStart().startsWith('{')) {
    try {
      const parsed: unknown = JSON.parse(request.body);
      if (typeof parsed === 'object' && parsed !== null)
        for (const [name, value] of Object.entries(parsed))
          if (typeof value === 'string' || typeof value === 'number') values.set(name, String(value));
    } catch {
      return values;
    }
  } else readPairs(request.body, values);
  return values;
}
