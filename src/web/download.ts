import { capturePolicy, policyHeader } from './security/headers.ts';

/** A file that the browser saves and never shows. @param name of the file; made safe for a header */
export function download(content: string | Uint8Array, name: string, type: string): Response {
  const plain = name.replace(/[^\w.-]/gu, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      [policyHeader]: capturePolicy,
    },
  });
}
