import { load } from 'cheerio';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { PageRegion } from '../page.ts';
import { nestRegion, regionOf } from '../region.ts';
import { foldSpace } from '../text.ts';

/** An element of a document without scripts, comments and white space, for the record reader. */
export interface Box {
  readonly tag: string;
  /** Class and id in lower case. */
  readonly names: string;
  /** Tag and class, which similar items of a page share. */
  readonly shape: string;
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
  /** Visible text, one line per block, white space folded, cut at `longestText`. */
  readonly text: string;
}

type Node = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

export const longestText = 2400;
const deepest = 1500;

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
export const silent: ReadonlySet<string> = new Set(
  'script style template noscript object svg math title head select textarea iframe'.split(' '),
);
const kept = new Set([
  'id',
  'href',
  'onclick',
  'colspan',
  'rowspan',
  'title',
  'value',
  'data-target',
  'data-id',
  'aria-controls',
]);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Class names for state or position, not for the kind of element. */
const stateClass =
  /^(?:on|off|cur|current|active|selected|hover|first|last|odd|even|hide|hidden|show|none|clearfix|fl|fr|\d+)$/iu;

const noAttributes: Record<string, string> = {};

/** Builds the tree of a document that `canBuildTree` accepts, as a browser would. */
export function boxesOf(html: string, knowledge: CompiledKnowledge, region: PageRegion): Box {
  const [root] = load(html).root();
  const kids = root ? kidsOf(root.children, knowledge, region, false, 0) : [];
  return madeBox('body', '', {}, region, false, kids);
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
    kids.push(madeBox(name, names, keptAttributes(attribs), own, unseen, inner));
  }
  return kids;
}

/** Whether an element is hidden by its own markup or within a hidden one. */
export function isUnseen(hidden: boolean, { hidden: own, style }: Readonly<Record<string, string>>): boolean {
  return hidden || own !== undefined || (style !== undefined && hiddenStyle.test(style));
}

/** The attributes that records are read by. */
export function keptAttributes(all: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let attributes = noAttributes;
  for (const key of Object.keys(all)) {
    if (!kept.has(key)) continue;
    if (attributes === noAttributes) attributes = {};
    attributes[key] = all[key] ?? '';
  }
  return attributes;
}

/** A box of an element with the content that it has. */
export function madeBox(
  tag: string,
  names: string,
  attributes: Readonly<Record<string, string>>,
  region: PageRegion,
  hidden: boolean,
  kids: readonly (Box | string)[],
): Box {
  const boxes: Box[] = [];
  let blocks = false;
  let tables = false;
  for (const kid of kids) {
    if (typeof kid === 'string') continue;
    if (kid.text !== '' || kid.attributes.href !== undefined) boxes.push(kid);
    blocks ||= kid.block || kid.blocks;
    tables ||= kid.tag === 'table' || kid.tables;
  }
  const block = blockTags.has(tag) || tag === 'br';
  return {
    tag,
    names,
    shape: names === '' ? tag : shapeOf(tag, names, attributes.id ?? ''),
    attributes,
    region,
    hidden,
    block,
    kids,
    boxes,
    blocks,
    tables,
    text: tag === 'br' ? '' : textOf(kids),
  };
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

/** Text of adjacent nodes: one line per block, numbers of neighbouring elements separated. */
export function textOf(kids: readonly (Box | string)[]): string {
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
      const apart = /[\dA-Za-z]$/u.test(after) && /^[\dA-Za-z]/u.test(own) && after.length + own.length > 2;
      if (line === '' && own.length < longestText) whole = own;
      line += apart ? ` ${own}` : own;
    }
    after = own;
  }
  flush();
  return lines.join('\n').slice(0, longestText);
}
