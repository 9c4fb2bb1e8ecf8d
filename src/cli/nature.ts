import type { Pack } from '../config/pack.ts';
import type { FolderKind } from '../model/nature.ts';
import { languageFor, messagesOf } from '../report/messages.ts';
import { bannerOf } from '../report/nature.ts';

/** The line above results that are not real, in the language of the pack; nothing above real ones. */
export function natureLines(nature: FolderKind, { meta }: Pick<Pack, 'meta'>): string[] {
  const banner = bannerOf(nature, messagesOf(languageFor(meta.language)));
  return banner === null ? [] : [banner];
}
