import { type Markup, markup, type Part, siteLink } from '../markup.ts';
import { type Block, type Inline, parseProse } from '../prose/parse.ts';
import { spaced } from './parts.ts';

/** A text that a person wrote, as markup; `data-prose` tells its numbers from computed ones. */
export function prose(text: string): Markup {
  return markup`<div data-prose>${parseProse(text).map(blockMarkup)}</div>`;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? markup`<h3>${line(block.line)}</h3>` : markup`<h4>${line(block.line)}</h4>`;
    case 'paragraph':
      return markup`<p>${line(block.line)}</p>`;
    case 'quote':
      return markup`<blockquote>${line(block.line)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => markup`<li>${line(item)}</li>`);
      return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
    }
  }
}

function line(pieces: readonly Inline[]): Part {
  return pieces.map(pieceMarkup);
}

function pieceMarkup(piece: Inline): Part {
  switch (piece.kind) {
    case 'strong':
      return markup`<strong>${piece.text}</strong>`;
    case 'emphasis':
      return markup`<em>${piece.text}</em>`;
    case 'code':
      return markup`<code>${piece.text}</code>`;
    case 'link':
      return siteLink(piece.address, piece.text);
    case 'text':
      return spaced(piece.text);
  }
}
