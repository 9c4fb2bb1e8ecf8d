import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';
import { countSourceSchema } from './count.ts';

export const dataCatalogValue = z.object({
  level: presenceLevelSchema,
  count: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Number of data sets; null when the catalogue is there but no number could be read.'),
  sources: z.array(countSourceSchema).describe('Every place that states the number; they may disagree.'),
  url: z.string().nullable().describe('Address of the catalogue, or of its entry where it did not open.'),
  newest: z
    .string()
    .nullable()
    .describe(
      'ISO day of the newest update that the list of data sets shows, none later than the visit; null where none is dated.',
    ),
  formats: z
    .array(z.string())
    .nullable()
    .describe('Names of the file formats offered, sorted; null where no list and no data set was read.'),
  searchable: z
    .boolean()
    .nullable()
    .describe(
      'Whether the title of a listed data set, put to the catalogue, brings that data set in a narrower list; false too where it has no box; null when that could not be tried.',
    ),
  downloads: z
    .object({
      tried: z.number().int().min(1).describe('Download links that a server answered.'),
      dead: z
        .number()
        .int()
        .min(0)
        .describe('Of them, those that lead to an error or to a page that says there is nothing.'),
    })
    .nullable()
    .describe(
      'Of up to five data sets picked by hash, up to ten download links picked by hash; null when none was tried.',
    ),
});
