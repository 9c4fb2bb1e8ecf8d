import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { UnknownReason } from '../model/failure.ts';
import type { Obstacle } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { type Identity, identityOf } from './identity.ts';
import type { Page } from './page.ts';

const reasons: Readonly<Record<Exclude<Identity['verdict'], 'home'>, UnknownReason>> = {
  'way-in': 'not-portal',
  notice: 'not-portal',
  foreign: 'not-portal',
  cut: 'page-cut',
  unreadable: 'text-unreadable',
};

/**
 * Why a page is not the home page of the government's site; null if it may be. A site without a
 * better page is unseen, so everything on it is unknown.
 * @param parts the home page's own parts: header scripts, frames
 */
export function homeVerdict(
  page: Page,
  parts: readonly Page[],
  government: Government,
  knowledge: CompiledKnowledge,
): Obstacle | null {
  const { site, id } = page.capture;
  const { verdict, words } = identityOf(page, government, site, knowledge, parts);
  if (verdict === 'home') return null;
  const part = words.join(' ').slice(0, 120);
  return { reason: reasons[verdict], site, url: page.url, capture: id, ...(part === '' ? {} : { part }) };
}
