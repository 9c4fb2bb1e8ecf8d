import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The policy of everything that shows what a site sent: it loads nothing and runs nothing. */
export const capturePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Name of the response header by which a handler states a policy of its own. */
export const policyHeader = 'content-security-policy';

/**
 * Headers of every response. Pages run the console's own script file and nothing else: no page needs
 * a script in its markup, so there is no nonce that could leak.
 */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  // Without a referrer browsers send forms with the origin `null`, which could not be checked.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
});

/** Lets a handler keep a stricter policy of its own, which `strictHeaders` would replace. */
export const ownPolicy: MiddlewareHandler = async (c, next) => {
  await next();
  const own = c.get('ownPolicy');
  if (typeof own !== 'string') return;
  c.res.headers.set(policyHeader, own);
  c.res.headers.set('x-frame-options', 'SAMEORIGIN');
};
