import { routeIn } from '../../../reading/addresses.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';

/**
 * Where a Location header leads. Bytes outside of ASCII are sent back as they are, percent-encoded,
 * whatever encoding they mean (as browsers do); a fragment is dropped unless it is the route of an
 * application. Throws `ClassifiedError` for what is no address.
 * @param location one character a byte
 */
export function resolveLocation(location: string, base: URL): URL {
  const escaped = location.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  try {
    const next = new URL(escaped, base);
    if (routeIn(next.href) === null) next.hash = '';
    return next;
  } catch {
    throw new ClassifiedError('redirect-loop', 'the Location header is not an address');
  }
}
