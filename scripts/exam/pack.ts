import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** Pause (milliseconds) between two requests to a host of a world, which runs on this machine. */
const pause = 100;
const contact = 'mailto:worlds@govprobe.test';

/** Copies the pack to a folder, with shorter pauses in its `crawl.yaml` and a separate contact. */
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
