import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** `publishing.yaml` of the shipped pack, as it stands there. */
export const shippedPublishing: unknown = parse(
  readFileSync(join(import.meta.dirname, '../../../config/publishing.yaml'), 'utf8'),
);
