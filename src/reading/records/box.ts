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
const silent = new Set('script style template noscript object svg math title head select textarea iframe'.split(' '));
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

/** Builds the tree of a document that `canBuildTree` accepts, as a browser would. */
export function boxesOf(html: string, knowledge: CompiledKnowledge, region: PageRegion): Box {
  const [root] = load(html).root();
  const kids = root ? kidsOf(root.children, knowledge, region, false, 0) : [];
  return made('body', '', {}, region, false, kids);
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
    const unseen = hidden || attribs.hidden !== undefined || hiddenStyle.test(attribs.style ?? '');
    const attributes: Record<string, string> = {};
    for (const key of Object.keys(attribs)) if (kept.has(key)) attributes[key] = attribs[key] ?? '';
    const inner = kidsOf(node.children, knowledge, own, unseen, depth + 1);
    kids.push(made(name, names, attributes, own, unseen, inner));
  }
  return kids;
}

function made(
  tag: string,
  names: string,
  attributes: Record<string, string>,
  region: PageRegion,
  hidden: boolean,
  kids: readonly (Box | string)[],
): Box {
  const boxes = kids
    .filter((kid) => typeof kid !== 'string')
    .filter(({ text, attributes: own }) => text !== '' || own.href !== undefined);
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
    blocks: kids.some((kid) => typeof kid !== 'string' && (kid.block || kid.blocks)),
    tables: kids.some((kid) => typeof kid !== 'string' && (kid.tag === 'table' || kid.tables)),
    text: tag === 'br' ? '' : textOf(kids),
  };
}

function shapeOf(tag: string, names: string, id: string): string {
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
  const flush = (): void => {
    const folded = foldSpace(line);
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
      line += apart ? ` ${own}` : own;
    }
    after = own;
  }
  flush();
  return lines.join('\n').slice(0, longestText);
}
