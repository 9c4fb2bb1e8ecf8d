import { countRow } from './count-row.ts';
import type { Leaf } from './leaf.ts';
import type { Platform } from './open-data-platform.ts';

export const apiCount: Leaf<{ readonly platform: Platform }> = {
  probe: 'api-count',
  observed: true,
  row: ({ platform }, government) => countRow(platform?.apis ?? null, government),
};
