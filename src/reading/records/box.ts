import { load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { PageRegion } from '../page.ts';
import { nestRegion, regionOf } from '../region.ts';
import { foldSpace } from '../text.ts';

/** An element of a document without scripts, comments and white space, for the record reader. */
export class Box {
  readonly tag: string;
  /** Class and id in lower case. */
  readonly names: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly region: PageRegion;
  readonly hidden: boolean;
  readonly block: boolean;
  readonly kids: readonly (Box | string)[];
  /** Those of `kids` that are elements with text or links. */
  readonly boxes: readonly Box[];
  /** Whether a block element is inside. */
  readonly blocks: boolean;
  /** Whether a table is inside. */
  readonly tables: boolean;
  /** Whether it has visible text. */
  readonly spoken: boolean;
  /** Null until somebody asks; nobody asks most of the elements around the content. */
  #text: string | null = null;

  constructor(
    tag: string,
    names: string,
    attributes: Readonly<Record<string, string>>,
    region: PageRegion,
    hidden: boolean,
    kids: readonly (Box | string)[],
  ) {
    this.tag = tag;
    this.names = names;
    this.attributes = attributes;
    this.region = region;
    this.hidden = hidden;
    this.block = blockTags.has(tag);
    this.kids = kids;
    let boxes: Box[] | null = null;
    let blocks = false;
    let tables = false;
    let spoken = false;
    for (const kid of kids) {
      if (typeof kid === 'string') {
        spoken ||= !isBlank(kid);
        continue;
      }
      if (kid.spoken || kid.attributes.href !== undefined) {
        if (boxes === null) boxes = [kid];
        else boxes.push(kid);
      }
      blocks ||= kid.block || kid.blocks;
      tables ||= kid.tag === 'table' || kid.tables;
      spoken ||= kid.spoken;
    }
    this.boxes = boxes ?? noBoxes;
    this.blocks = blocks;
    this.tables = tables;
    this.spoken = spoken && tag !== 'br';
  }

  /** Tag and class, which similar items of a page share. */
  get shape(): string {
    return this.names === '' ? this.tag : shapeOf(this.tag, this.names, this.attributes.id ?? '');
  }

  /** Visible text, one line per block, white space folded, cut at `longestText`. */
  get text(): string {
    this.#text ??= this.spoken ? textOf(this.kids) : '';
    return this.#text;
  }
}

type Node = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

export const longestText = 2400;
const deepest = 1500;

const blockTags = new Set(
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
export const silent: ReadonlySet<string> = new Set(
  'script style template noscript object svg math title head select textarea iframe'.split(' '),
);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Class names for state or position, not for the kind of element. */
const stateClass =
  /^(?:on|off|cur|current|active|selected|hover|first|last|odd|even|hide|hidden|show|none|clearfix|fl|fr|\d+)$/iu;

const noBoxes: readonly Box[] = [];

/** Builds the tree of a document that `canBuildTree` accepts, as a browser would. */
export function boxesOf(html: string, knowledge: CompiledKnowledge, region: PageRegion): Box {
  // The whole of cheerio does the same, but it loads an HTTP client too.
  const [root] = load(parse(html, { treeAdapter: adapter })).root();
  const kids = root ? kidsOf(root.children, knowledge, region, false, 0) : [];
  return new Box('body', '', {}, region, false, kids);
}

function kidsOf(
  nodes: readonly Node[],
  knowledge: CompiledKnowledge,
  region: PageRegion,
  hidden: boolean,
  depth: number,
): (Box | string)[] {
  if (depth > deepest) return [];
  const kids: (Box | string)[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      if (node.data !== '') kids.push(node.data);
      continue;
    }
    if (!('attribs' in node) || silent.has(node.name)) continue;
    const { attribs, name } = node;
    const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`.trim().toLowerCase();
    const own = nestRegion(region, regionOf(name, names, knowledge));
    const unseen = isUnseen(hidden, attribs);
    const inner = kidsOf(node.children, knowledge, own, unseen, depth + 1);
    kids.push(new Box(name, names, attribs, own, unseen, inner));
  }
  return kids;
}

/** Whether an element is hidden by its own markup or within a hidden one. */
export function isUnseen(hidden: boolean, { hidden: own, style }: Readonly<Record<string, string>>): boolean {
  return hidden || own !== undefined || (style !== undefined && hiddenStyle.test(style));
}

const shapes = new Map<string, string>();
/** The cache of shapes is emptied at this size, to bound the memory that hostile pages can use. */
const mostShapes = 5000;

function shapeOf(tag: string, names: string, id: string): string {
  const key = `${tag}\n${names}\n${id}`;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  if (shapes.size >= mostShapes) shapes.clear();
  const shape = findShape(tag, names, id);
  shapes.set(key, shape);
  return shape;
}

function findShape(tag: string, names: string, id: string): string {
  const own = id.toLowerCase();
  const classes = names.split(/\s+/u).filter((name) => name !== '' && name !== own && !stateClass.test(name));
  return [tag, ...classes.map((name) => name.replace(/\d+/gu, '#')).sort()].join('.');
}

/** Whether the part of a text that is read has nothing to see. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most texts begin with a letter or an ideograph, which spares the search.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xfe00)) return false;
  return !seen.test(text.length > longestText ? text.slice(0, longestText) : text);
}

/** All but the space that `foldSpace` folds. */
const seen = /[^\s\u200b]/;

function isAlphanumeric(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Text of adjacent nodes: one line per block, numbers of neighbouring elements separated. */
export function textOf(kids: readonly (Box | string)[]): string {
  const [only] = kids;
  if (kids.length === 1 && only !== undefined) {
    if (typeof only === 'string') return foldSpace(only.length > longestText ? only.slice(0, longestText) : only);
    if (only.block || only.blocks || only.text.length < longestText) return only.text;
  }
  const lines: string[] = [];
  let line = '';
  let length = 0;
  let after = '';
  /** The line as far as it is the whole text of one element, whose space is folded. */
  let whole = '';
  const flush = (): void => {
    const folded = line === whole ? line : foldSpace(line);
    line = '';
    if (folded === '') return;
    lines.push(folded);
    length += folded.length;
  };
  for (const kid of kids) {
    if (length > longestText) break;
    if (typeof kid === 'string') {
      line += kid.length > longestText ? kid.slice(0, longestText) : kid;
      after = '';
      continue;
    }
    const own = kid.text;
    if (kid.block || kid.blocks) {
      flush();
      if (own !== '') lines.push(own);
      length += own.length;
    } else {
      // Adjacent numbers in separate elements are two numbers, unless each has one digit of a
      // counter.
      const apart = after.length + own.length > 2 && isAlphanumeric(after, after.length - 1) && isAlphanumeric(own, 0);
      if (line === '' && own.length < longestText) whole = own;
      line += apart ? ` ${own}` : own;
    }
    after = own;
  }
  flush();
  return lines.join('\n').slice(0, longestText);
}
