import type { Pack } from '../../config/pack.ts';
import { appealPack } from '../../report/appeal/files.ts';
import { type AppealLanguage, appealLanguages } from '../../report/messages-appeal.ts';
import type { Store } from '../../store/store.ts';
import { type AppealChoice, gatherAppeal } from '../appeal.ts';

/**
 * An appeal pack in memory.
 *
 * @throws UsageError for an unknown government, probe, run or edition.
 */
export async function appealArchive(
  store: Store,
  pack: Pack,
  dataFolder: string,
  { language, ...choice }: AppealChoice & { readonly language: AppealLanguage },
): Promise<Uint8Array> {
  const input = await gatherAppeal(store, pack, dataFolder, choice);
  return appealPack(input, appealLanguages[language]).archive;
}
