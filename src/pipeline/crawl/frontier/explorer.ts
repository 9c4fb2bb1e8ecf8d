import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Probe } from '../../../probes/contract.ts';
import { makeView } from '../../../reading/seen.ts';
import { judgeView } from '../../judging/judge.ts';
import { explore } from './explore.ts';
import type { Target } from './target.ts';
import type { Visit } from './visit.ts';

/** Makes the function that says what to explore when a visit has nothing left to fetch: it judges what was seen, and looks for the rest. */
export function makeExplorer(options: {
  probes: readonly Probe[];
  knowledge: CompiledKnowledge;
  settings: CrawlSettings;
}): (visit: Visit) => readonly Target[] {
  const { probes, knowledge } = options;
  return (visit) => {
    const { government, entries } = visit;
    const view = makeView({ government, knowledge, entries, unread: visit.unread() });
    const { findings } = judgeView(view, probes);
    return explore(visit, { view, findings }, options);
  };
}
