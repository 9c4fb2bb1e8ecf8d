import { checkTreeMapping } from './check-tree-mapping.ts';
import { readYaml } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import { type TreeMapping, treeMappingSchema } from './schema/tree-mapping.ts';

interface Trees {
  readonly before: IndicatorTree;
  readonly after: IndicatorTree;
}

/**
 * Reads a mapping between the trees of two editions. Throws `UsageError` with file, line and path
 * if the file has another shape or names an unknown leaf.
 */
export function loadTreeMapping(file: string, trees: Trees): TreeMapping {
  const { value, mistake } = readYaml(file, treeMappingSchema);
  checkTreeMapping(value, trees, mistake);
  return value;
}
