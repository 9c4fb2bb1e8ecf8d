import { unfetched } from '../outcome/fetch-outcome.ts';
import type { Performer } from '../visit/perform.ts';
import type { VisitDeps } from '../visit/visit-deps.ts';

/** A visit in which nothing is asked and every request fails, by a fault of ours that is named. */
export function unreadable(deps: VisitDeps, { message }: Error): VisitDeps {
  const performer: Performer = {
    fetch: async ({ target: { url } }) => ({ ...unfetched(url, 'our-fault', message), unsent: true }),
    converse: async () => [],
    rest: () => undefined,
  };
  return { ...deps, performer };
}
