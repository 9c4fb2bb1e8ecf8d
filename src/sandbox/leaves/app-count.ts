import { countRow } from './count-row.ts';
import type { Leaf } from './leaf.ts';
import type { Platform } from './open-data-platform.ts';

export const appCount: Leaf<{ readonly platform: Platform }> = {
  probe: 'app-count',
  observed: true,
  row: ({ platform }, government) => countRow(platform?.apps ?? null, government),
};
