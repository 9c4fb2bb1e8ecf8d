import { attachmentOf } from '../../../application/reviewing/log.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';

/** An attachment as a download: no browser shows it in the console. */
export async function attachmentFile(exchange: Exchange): Promise<Response> {
  const hash = exchange.part('hash');
  const found = await exchange.console.data.read((store) => attachmentOf(store, hash));
  if (found === null) throw new NotFound(exchange.url.pathname);
  const { attachment, bytes } = found;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': attachment.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
