import { dataCatalogValue } from '../../model/values/data-catalog.ts';
import { type Leaf, rowsOf } from './leaf.ts';
import { type Platform, platformSites } from './open-data-platform.ts';

const { present, absent } = rowsOf(dataCatalogValue);

export const dataCatalog: Leaf<{ readonly platform: Platform }> = {
  probe: 'data-catalog',
  observed: true,
  /**
   * What the pages of every family show: the newest dataset is first in its list, with all formats;
   * an interface is no file. The dead downloads are certain only if there are none, since the
   * visitor chooses which to try.
   */
  row({ platform }, government) {
    if (platform === null) return absent(['portal']);
    const { datasets, updated, formats, searchable, deadLinks } = platform;
    return present(
      platformSites(government),
      {
        count: datasets,
        newest: updated,
        formats: formats.filter((format) => format !== 'API'),
        searchable,
        ...(deadLinks === 0 ? { downloads: { dead: 0 } } : {}),
      },
      { level: 'working' },
    );
  },
};
