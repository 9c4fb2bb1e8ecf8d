import { type CompiledIntent, type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { isWeb, pathOf } from './addresses.ts';
import type { Link, Page } from './page.ts';
import { isPageOf } from './page-of.ts';

/**
 * Links to documents named by their titles (items of a policy list, attachments of a notice), in
 * document order. Only pages reached by one of the intent's `on` are searched, because elsewhere a
 * word in a headline proves nothing.
 */
export function headlineLinks(page: Page, intent: CompiledIntent, knowledge: CompiledKnowledge): Link[] {
  if (!intent.rule.headlines || page.capture.home || !intent.rule.on.some((id) => isPageOf(page, id, knowledge)))
    return [];
  const known = new Set<string>();
  return page.links.filter((link) => {
    if (link.region === 'header' || link.region === 'nav' || link.region === 'footer') return false;
    if (!isWeb(link.url) || link.url === page.url || known.has(link.url)) return false;
    if (!isNamed(link, intent) || knowledge.genericLabels.has(foldLabel(link.label))) return false;
    known.add(link.url);
    return true;
  });
}

function isNamed(link: Link, intent: CompiledIntent): boolean {
  const label = foldLabel(link.label);
  if (intent.not.some((word) => label.includes(word))) return false;
  if (intent.notUrls.some((pattern) => pattern.test(link.url))) return false;
  if (intent.labels.some((word) => label.includes(word.text))) return true;
  const path = pathOf(link.url);
  return intent.slugs.some(({ pattern }) => pattern.test(path));
}
