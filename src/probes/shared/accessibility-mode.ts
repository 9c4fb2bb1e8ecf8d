import { z } from 'zod';
import { foldLabel } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import type { Evidence } from '../../model/finding.ts';
import type { accessibilityValue } from '../../model/values/accessibility.ts';
import type { Seen } from '../../reading/coverage.ts';
import { type ControlClick, type PageFacts, showsText, switched } from '../../reading/inspection.ts';
import { matchesAny } from '../../reading/matches-any.ts';
import type { Page } from '../../reading/page.ts';
import { linesOf } from '../../reading/page-lines.ts';
import { rememberedOfPage } from '../../reading/remembered.ts';
import { quoteOf } from '../../reading/text.ts';
import { entriesOf, targetOf } from './entries.ts';
import { evidenceOf } from './verdicts.ts';

/** Words by which the tools of a mode for old and disabled people are recognised. */
export const modeWords = z.object({ 'accessibility-tools': wordList });

type ModeState = z.input<typeof accessibilityValue>['mode'];

/** A name of a mode on a button has at most so many characters. */
const longestName = 12;

/** What was seen of something, and where. */
export interface Sight<Kind> {
  readonly is: Kind;
  readonly evidence: readonly Evidence[];
}

/**
 * The browser's result takes precedence over the markup, except that an edition with tools counts
 * whatever its font size.
 */
export function modeOf(seen: Seen): Sight<ModeState> {
  const offer = offerOf(seen);
  const inspection = seen.inspection();
  if (offer.is === 'none' || inspection === null) return offer;
  const { missing, screen, clicks } = inspection.seen;
  const evidenceOfClick = (click: ControlClick): Evidence => ({
    url: click.facts.page,
    quote: quoteOf(`${click.control}: ${difference(screen, click.facts)}${click.dialog ? ` “${click.dialog}”` : ''}`),
    capture: inspection.capture.id,
  });
  const works = clicks.find((click) => switched(screen, click) !== null);
  if (works) return { is: 'works', evidence: [...offer.evidence, evidenceOfClick(works)] };
  // A mode is not called ineffective if scripts failed to load, or nothing was visible before the click.
  if (clicks.length === 0 || missing > 0 || !showsText(screen) || offer.is === 'opens') return offer;
  return { is: 'pretends', evidence: [...offer.evidence, ...clicks.map(evidenceOfClick)] };
}

function difference(before: PageFacts, after: PageFacts): string {
  const tools = after.tools.filter((tool) => !before.tools.includes(tool)).slice(0, 6);
  const letters = `letters ${before.letters} px, then ${after.letters} px`;
  return `${letters}; tool bars ${before.bars}, then ${after.bars}${tools.length > 0 ? ` (${tools.join(' ')})` : ''}`;
}

function offerOf(seen: Seen): Sight<'none' | 'offered' | 'opens'> {
  const entries = entriesOf(seen, 'portal', 'accessibility');
  for (const { page, link } of entries) {
    const target = targetOf(seen, link)?.page;
    if (!target || target.capture.home || target.kind !== 'html') continue;
    const tools = toolWords(target, seen);
    if (tools.length < 2) continue;
    const evidence = [evidenceOf(page, `${link.label} ${link.url}`), evidenceOf(target, tools.join(' '))];
    return { is: 'opens', evidence };
  }
  const entry = entries[0];
  if (entry) return { is: 'offered', evidence: [evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`)] };
  const button = buttonOf(seen);
  if (button) return { is: 'offered', evidence: [evidenceOf(button.page, button.label)] };
  const tool = toolOf(seen);
  return tool ? { is: 'offered', evidence: [evidenceOf(tool.page, tool.sign)] } : { is: 'none', evidence: [] };
}

function toolWords(page: Page, seen: Seen): string[] {
  const text = foldLabel(page.text);
  const { 'accessibility-tools': tools } = wordsOf(modeWords, seen.knowledge);
  return tools.words.filter((word) => text.includes(foldLabel(word)));
}

/**
 * A button without URL: a line of the home page or its header that consists of one or two such
 * names.
 */
export function buttonOf(seen: Seen): { page: Page; label: string } | null {
  for (const page of sharedPages(seen)) {
    const label = buttonOn(page, seen.knowledge);
    if (label !== null) return { page, label };
  }
  return null;
}

const buttonOn = rememberedOfPage((page, knowledge): string | null => {
  const labels = knowledge.intents.get('accessibility')?.labels ?? [];
  const names = labels.map(({ text }) => text).toSorted((a, b) => b.length - a.length);
  const isName = (line: string): boolean => {
    const folded = foldLabel(line);
    if (folded === '' || folded.length > longestName || !names.some((word) => folded.includes(word))) return false;
    return names.reduce((rest, word) => rest.replaceAll(word, ''), folded).trim() === '';
  };
  return linesOf(page, knowledge).find(isName) ?? null;
});

/** A known accessibility tool that the home page or its header loads or calls. */
export function toolOf(seen: Seen): { id: string; page: Page; sign: string } | null {
  for (const page of sharedPages(seen)) {
    const tool = toolOn(page, seen.knowledge);
    if (tool !== null) return { ...tool, page };
  }
  return null;
}

const toolOn = rememberedOfPage((page, knowledge): { readonly id: string; readonly sign: string } | null => {
  const code = [...page.links.map((link) => link.url), page.inlineScript];
  for (const { rule, urls, markup } of knowledge.vendors) {
    if (rule.kind !== 'accessibility') continue;
    const sign = page.scripts.find((url) => matchesAny(urls, url)) ?? code.find((one) => matchesAny(markup, one));
    if (sign !== undefined) return { id: rule.id, sign };
  }
  return null;
});

/** Home pages, and the frames and scripts that are parts of every page. */
function sharedPages(seen: Seen): Page[] {
  return seen.pages('portal').filter(isShared);
}

/** Whether a page is the home page, or a frame or script that is part of every page. */
export function isShared({ capture }: Page): boolean {
  return capture.home || capture.role === 'frame' || capture.role === 'script';
}
