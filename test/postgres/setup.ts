import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clusterIn, newClusterFolder } from './cluster.ts';
import { sharedFolder, sharedOwner } from './names.ts';

/** Before all tests: names the folder of the PostgreSQL that a test may start. After them: stops it and deletes it. */
export default function setup(): () => Promise<void> {
  const folder = newClusterFolder();
  process.env[sharedFolder] = folder;
  process.env[sharedOwner] = String(process.pid);
  return async () => {
    if (existsSync(join(folder, 'cluster.json'))) await clusterIn(folder).remove();
    rmSync(folder, { recursive: true, force: true });
  };
}
