import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Box } from './box.ts';
import { piecesOf } from './drafts.ts';
import { isKnownLabel, isLabelLike, labelOf } from './labels.ts';

const mostTabs = 24;
const bar = /tab|tit|nav|menu|hd|switch|toggle|qh|xxk|step|pill/u;
const panel = /tab|pane|con|cont|bd|body|box|item|xxk|list/u;

const tableRows = new Set(['table', 'tbody', 'tr']);

/** Tab panels with their labels, and the bars that contain the labels. */
export interface Tabs {
  readonly panels: ReadonlyMap<Box, string>;
  readonly bars: ReadonlySet<Box>;
}

/** Finds tab panels and their labels, by the panel's id or by order. */
export function tabsOf(root: Box, knowledge: CompiledKnowledge): Tabs {
  const byId = new Map<string, Box>();
  const found = new Map<Box, string>();
  const used = new Set<Box>();
  const bars: { box: Box; tabs: readonly Box[]; after: readonly Box[] }[] = [];
  // What follows a box: those of `holder` from an index on.
  const look = (box: Box, holder: readonly Box[], from: number): void => {
    const { id } = box.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, box);
    const tabs = tabsIn(box, knowledge);
    if (tabs) bars.push({ box, tabs, after: holder.slice(from, from + mostTabs) });
    const { boxes } = box;
    const [only] = boxes;
    if (only !== undefined && boxes.length === 1) {
      look(only, holder, from);
      return;
    }
    let after = 0;
    for (const kid of boxes) {
      after += 1;
      look(kid, boxes, after);
    }
  };
  look(root, [], 0);
  for (const { box: holder, tabs, after } of bars) {
    const named = tabs
      .map((tab) => ({ tab, target: referenceOf(tab) }))
      .filter(({ target }) => target !== null && byId.has(target));
    if (named.length >= 2) {
      used.add(holder);
      for (const { tab, target } of named) {
        const box = byId.get(target ?? '');
        if (box && !tabs.includes(box)) found.set(box, labelOf(tab.text, knowledge));
      }
      continue;
    }
    const panels = panelsAfter(tabs.length, after, isBar(holder, tabs, knowledge));
    if (!panels) continue;
    used.add(holder);
    for (const [at, box] of panels.entries()) found.set(box, labelOf(tabs[at]?.text ?? '', knowledge));
  }
  return { panels: found, bars: used };
}

function tabsIn(box: Box, knowledge: CompiledKnowledge): readonly Box[] | null {
  const { boxes } = box;
  const [first] = boxes;
  if (!first || boxes.length < 2 || boxes.length > mostTabs || tableRows.has(box.tag)) return null;
  if (!boxes.every(({ tag }) => tag === first.tag)) return null;
  if (!boxes.every(({ text }) => isLabelLike(text, knowledge) && !/[:：]$/u.test(text))) return null;
  // An element with label and value is not a tab.
  if (box.text.length > 400 || boxes.some((kid) => piecesOf(kid).length > 1)) return null;
  return boxes;
}

/** Whether a row of short texts is named like a tab bar or refers to panels. */
function isBar(box: Box, tabs: readonly Box[], knowledge: CompiledKnowledge): boolean {
  if (bar.test(box.names) || tabs.some((kid) => bar.test(kid.names))) return true;
  // A known label and one other text are a label with its value.
  return tabs.filter(({ text }) => isKnownLabel(text, knowledge)).length * 2 > tabs.length;
}

/** Id of the panel that a tab opens. */
function referenceOf(tab: Box): string | null {
  const { href, 'data-target': target, 'aria-controls': controls, 'data-id': id } = tab.attributes;
  for (const reference of [controls, target, href?.startsWith('#') ? href : undefined, id])
    if (reference !== undefined && reference.replace(/^#/u, '') !== '') return reference.replace(/^#/u, '');
  for (const kid of tab.boxes) {
    const inside = referenceOf(kid);
    if (inside !== null) return inside;
  }
  return null;
}

/** As many similar boxes as tabs after the bar: some of them hidden, or named like panels. */
function panelsAfter(count: number, after: readonly Box[], named: boolean): readonly Box[] | null {
  const [next] = after;
  for (const boxes of [after.slice(0, count), next?.boxes ?? []]) {
    const [first] = boxes;
    if (!first || boxes.length !== count || !boxes.every(({ tag }) => tag === first.tag)) continue;
    if (first.tag === 'a' || first.tag === 'span') continue;
    const panels = boxes.every(({ names }) => panel.test(names)) || panel.test(next?.names ?? '');
    if (boxes.some(({ hidden }) => hidden) || (named && panels)) return boxes;
  }
  return null;
}
