import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import { makeView, type VisitView } from '../../../reading/seen.ts';
import type { Visit } from './visit.ts';

interface Made {
  readonly knowledge: CompiledKnowledge;
  readonly captures: number;
  readonly unread: string;
  readonly view: VisitView;
}

const made = new WeakMap<Visit, Made>();

/**
 * The captures of a visit as judges see them. It is the same object as long as nothing was added, so
 * that what one reader works out about the visit as a whole, the next one finds again.
 */
export function viewOf(visit: Visit, knowledge: CompiledKnowledge): VisitView {
  const { government } = visit;
  const captures = visit.captures.length;
  const unread = visit.unread();
  const written = JSON.stringify(unread);
  const known = made.get(visit);
  if (known?.knowledge === knowledge && known.captures === captures && known.unread === written) return known.view;
  const view = makeView({ government, knowledge, entries: visit.entries(), unread });
  made.set(visit, { knowledge, captures, unread: written, view });
  return view;
}

/** Forgets the view of a visit that goes on: it would hold pages in memory that the visit gave away. */
export function forgetView(visit: Visit): void {
  made.delete(visit);
}
