import { escapeMarkdown, markdownLink } from '../markdown.ts';
import { type Block, type Inline, parseProse } from './parse.ts';

/** The text as Markdown again, of the safe part alone; headings become those of the fourth level. */
export function proseMarkdown(text: string): string[] {
  return parseProse(text).map(blockText);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 1 ? '###' : '####'} ${lineText(block.line)}`;
    case 'paragraph':
      return lineText(block.line);
    case 'quote':
      return `> ${lineText(block.line)}`;
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lineText(item)}`).join('\n');
  }
}

function lineText(line: readonly Inline[]): string {
  return line.map((piece, index) => pieceText(piece, index > 0)).join('');
}

function pieceText(piece: Inline, isInside: boolean): string {
  // The escape of a whole line trims, which would join words with their neighbours.
  const edges = /^(\s*)([\s\S]*?)(\s*)$/u.exec(piece.text);
  const text = escapeMarkdown(edges?.[2] ?? piece.text);
  const spaced = `${isInside ? (edges?.[1] ?? '') : ''}${text}${edges?.[3] ?? ''}`;
  switch (piece.kind) {
    case 'strong':
      return `**${text}**`;
    case 'emphasis':
      return `*${text}*`;
    case 'code':
      return `\`${piece.text.replaceAll('`', '')}\``;
    case 'link':
      return markdownLink(piece.address, text);
    case 'text':
      return spaced;
  }
}
