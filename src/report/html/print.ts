import { Markup } from '../markup.ts';
import type { Messages } from '../messages.ts';

/** A string of a style sheet; everything but letters, digits and blanks is escaped by its code. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

const box = 'font:8pt/1.2 "Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:#52606d';

/**
 * Rules for paper: the page number at the foot, and at the head the title and the section. Each of
 * `sections` starts on a new page, since the head belongs to a whole page.
 */
export function printRules(
  title: string,
  sections: readonly (readonly [id: string, name: string])[],
  { print }: Messages,
): Markup {
  const { before, between, after } = print;
  const pages = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`;
  // The foot of the document stays with the last section: another page name begins another page.
  const heads = sections.map(
    ([id, name], index) => `#${id}${index === sections.length - 1 ? ',footer' : ''}{page:s-${id}}
@page s-${id}{@top-right{content:${cssString(name)};${box}}}`,
  );
  return new Markup(`<style>@page{@top-left{content:${cssString(title)};${box}}
@bottom-center{content:${pages};${box}}}
@page:first{@top-left{content:none}}
${heads.join('\n')}</style>`);
}
