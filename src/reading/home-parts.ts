import type { CompiledKnowledge } from '../config/knowledge.ts';
import { isReadable } from '../model/capture.ts';
import type { Obstacle } from '../model/finding.ts';
import { layoutParts } from './layout-parts.ts';
import type { Page } from './page.ts';
import type { SeenEntry } from './seen-entry.ts';

/** Deeper chains of parts (a script loads a fragment that frames a page ...) are not followed. */
const deepestPart = 3;

export interface HomeParts {
  /** An unread part without which the page cannot be judged. */
  readonly missing: Obstacle | null;
  /** An unread part that may contain entries. */
  readonly doubtful: Obstacle | null;
  /** The parts that were read. */
  readonly pages: readonly Page[];
  /** Number of links in the parts. */
  readonly partLinks: number;
}

/**
 * Collects the header, footer, frames and scripts of a home page, recursively, and the obstacles
 * among them.
 */
export function readParts(
  home: Page,
  knowledge: CompiledKnowledge,
  index: { at(url: string): SeenEntry | null },
): HomeParts {
  const rendered = home.capture.via === 'browser';
  const done = new Set<string>([home.url]);
  let missing: Obstacle | null = null;
  let doubtful: Obstacle | null = null;
  let partLinks = 0;
  const pages: Page[] = [];
  let level: Page[] = [home];
  for (let depth = 0; depth < deepestPart && level.length > 0; depth += 1) {
    const next: Page[] = [];
    for (const page of level)
      for (const part of layoutParts(page, knowledge)) {
        // A browser has already run the scripts; frames are separate documents.
        if (done.has(part.url) || (rendered && part.role === 'script')) continue;
        done.add(part.url);
        const found = index.at(part.url);
        if (found?.page && isReadable(found.capture)) {
          next.push(found.page);
          continue;
        }
        // Visitors cannot see a part that no longer exists.
        if (found?.capture.status === 404 || found?.capture.status === 410) continue;
        const obstacle: Obstacle = {
          reason: found ? (found.capture.failure ?? 'empty') : 'part-unread',
          site: home.capture.site,
          url: part.url,
          ...(found ? { capture: found.capture.id } : {}),
          part: part.role,
        };
        if (part.needed) missing ??= obstacle;
        else doubtful ??= obstacle;
      }
    for (const page of next) partLinks += page.links.length;
    pages.push(...next);
    level = next;
  }
  return { missing, doubtful, pages, partLinks: partLinks };
}
