import { z } from 'zod';
import { presenceLevelSchema } from '../finding.ts';
import { searchMeasureSchema } from './search-measure.ts';

export const smartSearchValue = z.object({
  level: presenceLevelSchema
    .nullable()
    .describe(
      'Null where a failure that is not the thing’s own kept from trying how far it works; the reason says which.',
    ),
  reached: presenceLevelSchema.describe('What was seen in any case.'),
  by: z
    .enum(['form', 'loose', 'link'])
    .describe("`form`: a form; `loose`: inputs that a script sends; `link`: an entry to the engine's own page."),
  url: z.string().nullable().describe('Address of the engine; null when only a script knows it.'),
  field: z.string().nullable().describe('Name of the field that takes the words; null where only a link is known.'),
  vendor: z.string().nullable().describe('Vendor id of the engine, where it is one of a known product.'),
  features: z
    .array(z.string())
    .describe('Signs of smartness seen beside the box (热门搜索, 高级搜索 ...): none of them is proof.'),
  note: z.string().nullable().describe("Why the engine's answers could not be had or read; null when they were."),
  ...searchMeasureSchema.shape,
});
