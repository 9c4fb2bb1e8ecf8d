import { linkable, oneLine } from './text.ts';

/**
 * Text that is already markup and is not escaped again; created by the template tag or from a
 * constant of this project.
 */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Part = string | number | Markup | null | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const special = /[&<>"'`]/u;

/**
 * Escapes text for element content and quoted attributes; drops control and reordering characters.
 */
export function escapeMarkup(text: string): string {
  const line = oneLine(text);
  return special.test(line) ? line.replace(/[&<>"'`]/gu, (character) => entities[character] ?? '') : line;
}

/** Template tag that escapes every value except `Markup`; lists are joined, null gives nothing. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = template[0] ?? '';
  for (const [index, part] of parts.entries()) text += render(part) + (template[index + 1] ?? '');
  return new Markup(text);
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return part.map(render).join('');
}

/**
 * A link to a page of a site, without referrer or opener; only the label if the address is not
 * safe.
 */
export function siteLink(address: string, label: string): Markup {
  const href = linkable(address);
  if (href === null) return markup`<span>${label}</span>`;
  return markup`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${label}</a>`;
}
