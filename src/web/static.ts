import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get, type Route } from './route.ts';

/** The console's own files with their media types; nothing else is ever served from a folder. */
const types = {
  'style.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
type StaticFile = keyof typeof types;

const names = Object.keys(types) as readonly StaticFile[];

const files = new Map(
  names.map((name) => {
    const bytes = readFileSync(new URL(`./static/${name}`, import.meta.url));
    return [name, { bytes, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }] as const;
  }),
);

/** The address of a file, which changes with its content. */
export function staticPath(name: StaticFile): string {
  return `/static/${name}?v=${files.get(name)?.hash ?? ''}`;
}

export const staticRoutes: readonly Route[] = names.map((name) =>
  get(`/static/${name}`, 'anyone', null, () => {
    const { bytes, hash } = files.get(name) ?? { bytes: Buffer.alloc(0), hash: '' };
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': types[name],
        etag: `"${hash}"`,
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
  }),
);
