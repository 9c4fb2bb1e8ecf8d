import type { CompiledKnowledge } from '../../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../../config/schema/crawl.ts';
import { type SiteKind, siteKinds } from '../../../../model/government.ts';
import type { Probe } from '../../../../probes/contract.ts';

/** What decides which targets follow from a page; the same for all visits of a run. */
export interface FollowDeps {
  readonly knowledge: CompiledKnowledge;
  readonly settings: CrawlSettings;
  /** Sorted ids of the intents that some probe seeks on each kind of site. */
  readonly intentsOf: ReadonlyMap<SiteKind, readonly string[]>;
}

/** Prepares what `follow` needs from the options of a run. */
export function followDeps(options: {
  readonly knowledge: CompiledKnowledge;
  readonly probes: readonly Probe[];
  readonly settings: CrawlSettings;
}): FollowDeps {
  const { knowledge, probes, settings } = options;
  const intentsOf = new Map<SiteKind, readonly string[]>();
  for (const site of siteKinds) {
    const sought = new Set(probes.filter(({ sites }) => sites.includes(site)).flatMap(({ seeks }) => seeks));
    intentsOf.set(site, [...sought].filter((id) => knowledge.intents.get(id)?.rule.sites.includes(site)).sort());
  }
  return { knowledge, settings, intentsOf };
}
