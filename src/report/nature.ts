import type { FolderKind } from '../model/nature.ts';
import type { Messages } from './messages.ts';

/** A title, with what it is of in front of it where that is not real. */
export function titleOf(title: string, nature: FolderKind, messages: Messages): string {
  return nature === 'real' ? title : `${messages.nature[nature]} · ${title}`;
}

/** What stands above everything that is not real; null for what is. */
export function bannerOf(nature: FolderKind, messages: Messages): string | null {
  if (nature === 'real') return null;
  return messages.pair(messages.nature[nature], messages.nature.notes[nature]);
}
