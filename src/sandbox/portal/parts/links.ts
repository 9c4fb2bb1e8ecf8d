import type { Draw } from '../draw.ts';
import { writeLink } from '../labels.ts';
import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';

/** The document with the link; addresses may be relative to the folder only on the home page. */
export type Place = 'home' | 'part' | 'inner';

/**
 * An address as templates write it: mostly from the root, sometimes absolute, scheme-relative, or
 * relative.
 */
export function writeAddress(portal: Portal, path: string, draw: Draw, place: Place): string {
  const kind = draw.next();
  if (kind < 0.14) return `${portal.town.bases.portal.origin}${path}`;
  if (kind < 0.18) return `//${portal.names.host}${path}`;
  if (kind < 0.3 && place === 'home') return `.${path}`;
  return path;
}

/** A link to a column with its name or `label`, in one of the markup variants. */
export function columnLink(
  portal: Portal,
  key: string,
  draw: Draw,
  where: 'block' | 'inline',
  place: Place,
  label?: string,
): string {
  return writeLink(
    {
      label: label ?? portal.column(key).name,
      href: writeAddress(portal, portal.columnPath(key), draw, place),
      prefix: portal.family.prefix,
      assets: portal.family.assets,
    },
    draw,
    where,
  );
}

/** A link to any address in one of the markup variants. */
export function labelledLink(
  portal: Portal,
  label: string,
  href: string,
  draw: Draw,
  where: 'block' | 'inline',
): string {
  return writeLink({ label, href, prefix: portal.family.prefix, assets: portal.family.assets }, draw, where);
}

/** A plain text link. */
export function plainLink(label: string, href: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
}
