import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** Milliseconds between two requests to a host of a world, which is nobody's server. */
const pause = 100;
const contact = 'mailto:worlds@govprobe.test';

/** Copies the pack to a folder and shortens the pauses of its `crawl.yaml`; a world is asked under a contact of its own. */
export function copyPack(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const file = path.join(to, 'crawl.yaml');
  const settings = parseDocument(readFileSync(file, 'utf8'));
  const agent = String(settings.get('user-agent'));
  settings.set('user-agent', agent.replace(String(settings.get('contact')), contact));
  settings.set('contact', contact);
  settings.setIn(['politeness', 'pause'], pause);
  writeFileSync(file, settings.toString());
}
