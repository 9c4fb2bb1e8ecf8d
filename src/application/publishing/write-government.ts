import type { Pack } from '../../config/pack.ts';
import type { Government } from '../../model/government.ts';
import type { Store } from '../../store/store.ts';
import { inputOf, type Source } from '../appeal-source.ts';
import { packGovernment } from './pack-government.ts';
import type { PublicationFolder } from './publication-folder.ts';
import type { PublishRequest, WrittenPublication } from './publish-request.ts';

/** Folder of the packages in a publication. */
const packagesFolder = 'governments';

/** Writes the package of one government into a publication, and its first page beside it. */
export async function writeGovernment(
  store: Store,
  pack: Pack,
  source: Source,
  government: Government,
  { language, unmasked }: Pick<PublishRequest, 'language' | 'unmasked'>,
  folder: PublicationFolder,
): Promise<Pick<WrittenPublication, 'missing' | 'masked'>> {
  const { edition, assessment } = source;
  if (edition === null) throw new Error('an edition without its row was opened');
  const input = await inputOf(store, pack, source, government);
  const { code } = government;
  const file = `${code}.wacz`;
  const ranked = assessment.ranking.filter(({ rank }) => rank !== null).length;
  // The hour of the freeze, so that the same edition gives the same bytes again.
  const request = { language, unmasked, created: edition.frozen, partOf: edition.name, file, ranked, withRules: false };
  const packed = await folder.addPackage(code, `${packagesFolder}/${file}`, (sink) =>
    packGovernment(sink, pack, input, request),
  );
  await folder.add({ ...packed.page, path: `${packagesFolder}/${code}.html` });
  return { missing: packed.missing, masked: packed.masked };
}
