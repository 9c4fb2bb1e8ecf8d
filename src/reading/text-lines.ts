import { Parser } from 'htmlparser2';
import { foldSpace } from './text.ts';

/** Elements whose content is not text of the document. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'object', 'iframe']);
/** Elements inside a line; all others start a new one. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Attributes that browsers show as text. */
const shown = ['alt', 'placeholder', 'value'] as const;

export interface TextLines {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * The text of an HTML document for people who check a quote, one line per block element, in one
 * cheap pass. It shows more than a page's `text`, which judges read: hidden parts and the labels of
 * fields are included.
 */
export function textLines(html: string): TextLines {
  const lines: string[] = [];
  let line = '';
  let title = '';
  let isTitle = false;
  // Silent elements that are open; without an end tag they last to the end, as in browsers.
  let depth = 0;
  const end = (): void => {
    const text = foldSpace(line);
    if (text !== '') lines.push(text);
    line = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && title === '') isTitle = true;
      if (silent.has(name)) depth += 1;
      if (depth > 0) return;
      if (!inline.has(name)) end();
      for (const attribute of shown) {
        const text = attributes[attribute];
        if (text !== undefined && text !== '' && attributes.type !== 'hidden') line += ` [${text}] `;
      }
    },
    ontext(text) {
      if (isTitle) title += text;
      else if (depth === 0) line += text;
    },
    onclosetag(name) {
      if (name === 'title') isTitle = false;
      if (silent.has(name)) depth = Math.max(0, depth - 1);
      else if (depth === 0 && !inline.has(name)) end();
    },
  });
  parser.end(html);
  end();
  return { title: foldSpace(title), lines };
}
