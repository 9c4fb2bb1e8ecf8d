import type { CompiledKnowledge } from '../config/knowledge.ts';

/** A guard that answered in place of the site. */
export interface Wall {
  readonly vendor: string;
  readonly class: 'blocked' | 'captcha';
  /** One line: the product and the sign it was known by. */
  readonly detail: string;
}

export interface Response {
  readonly status: number | null;
  /** Names in lower case; several cookies joined by line breaks or commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Size of the body. */
  readonly bytes: number;
}

const readSigns = 40_000;

/** Recognizes the reply of a bot wall by the vendors of kind `wall`; null for a reply that is the site's own. */
export function recognizeWall(response: Response, knowledge: CompiledKnowledge): Wall | null {
  const text = response.text.length > readSigns ? response.text.slice(0, readSigns) : response.text;
  let title: string | null = null;
  for (const vendor of knowledge.vendors) {
    if (vendor.rule.kind !== 'wall') continue;
    for (const sign of vendor.signs) {
      if (sign.status !== null && (response.status === null || !sign.status.includes(response.status))) continue;
      if (sign.maxBytes !== null && response.bytes > sign.maxBytes) continue;
      if (sign.header !== null && !sign.header.pattern.test(response.headers[sign.header.name] ?? '')) continue;
      if (sign.body !== null && !sign.body.test(text)) continue;
      if (sign.title !== null) {
        title ??= /<title[^>]*>([^<]{0,200})/iu.exec(text)?.[1] ?? '';
        if (!sign.title.test(title)) continue;
      }
      const detail = `${vendor.rule.name}: status ${response.status ?? 'none'}, ${response.bytes} bytes`;
      return { vendor: vendor.rule.id, class: sign.class, detail };
    }
  }
  return null;
}
