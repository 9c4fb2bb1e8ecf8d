import type { CompiledKnowledge } from '../config/knowledge.ts';
import { pathOf } from './addresses.ts';
import { matchLink } from './match-link.ts';
import type { Page } from './page.ts';

/** Whether a page is one that an intent describes: it was followed for it, or the link that led to it says so too. */
export function isPageOf(page: Page, id: string, knowledge: CompiledKnowledge): boolean {
  const { capture } = page;
  // The front page of a platform is no list, whatever the link to it is called.
  if (capture.role !== 'page' || capture.home || /^\/(?:index\.\w+)?(?:\?|$)/iu.test(pathOf(page.url))) return false;
  if (capture.intents.includes(id)) return true;
  const intent = knowledge.intents.get(id);
  if (!intent || capture.label === null) return false;
  // The title of a listed thing says nothing about what kind of page it has.
  if (capture.intents.some((other) => knowledge.intents.get(other)?.rule.below.some(() => true))) return false;
  const link = {
    url: capture.url,
    label: capture.label,
    labelFrom: 'text',
    region: 'main',
    via: 'html',
    hints: '',
  } as const;
  return (matchLink(link, intent, knowledge)?.confidence ?? 0) >= 0.7;
}
