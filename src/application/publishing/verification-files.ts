import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackageFile } from '../../report/package/wacz.ts';

const folder = fileURLToPath(new URL('../../../templates/verify/', import.meta.url));
const names = ['VERIFY.md', 'VERIFY.zh-CN.md', 'verify.sh', 'recompute.py'];

/** The instructions and the script by which others check a publication. */
export function verificationFiles(): PackageFile[] {
  return names.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}
