import { z } from 'zod';
import { siteKindSchema } from '../../model/government.ts';
import { formsSchema } from './forms.ts';
import { regex } from './regex.ts';

const confidence = z.number().gt(0).max(1);
/** Words: a plain string has confidence 0.9. Matching folds width, case and white space. */
const word = z.union([z.string().min(1), z.strictObject({ text: z.string().min(1), confidence })]);
const pattern = z.union([regex, z.strictObject({ pattern: regex, confidence })]);

/** What kind of link leads to a thing: its words, the slugs in its address, the vendors' addresses. */
export const intentSchema = z.strictObject({
  /** Labels that equal or contain one of these (after folding). */
  labels: z.array(word).default([]),
  /** Labels that contain one of these are something else. */
  not: z.array(z.string()).default([]),
  /** Regular expressions over the whole address that rule a link out (chat apps, share buttons, engines that only sound alike). */
  'not-urls': z.array(regex).default([]),
  /** Regular expressions over class, id and image names of links that have no words of their own. */
  hints: z.array(pattern).default([]),
  /** Regular expressions over path and query of the address. */
  slugs: z.array(pattern).default([]),
  /** Vendor kinds (`config/vendors.yaml`) whose address patterns count. */
  vendors: z.array(z.string()).default([]),
  sites: z.array(siteKindSchema).default(['portal', 'service', 'open-data']),
  /** What a site's own search is asked to find it, the best name first; empty where it is not asked. */
  names: z.array(z.string().min(2)).default([]),
  /** 0..100: rank among links of a page; higher is visited first. */
  priority: z.number().min(0).max(100),
  /** How many links of this intent a visit follows on one site. */
  limit: z.number().int().min(1).default(3),
  /** Fetch not the first links but a sample of `limit` of them, picked by hash of the address once all lists are read. */
  sample: z.boolean().default(false),
  /** Ids of intents whose pages list these things: there every item of the list is one, whatever its label says. */
  below: z.array(z.string()).default([]),
  /** Labels and slugs, too, count only on pages that an intent of `below` led to: elsewhere the same words mean something else. */
  'only-below': z.boolean().default(false),
  /** The words stand in titles of documents, and only on pages that one of the intents in `on` led to. */
  headlines: z.boolean().default(false),
  /** For `headlines`: ids of the intents on whose pages such titles are looked for. */
  on: z.array(z.string()).default([]),
  /** How many pages of a list are read: the first one, and further ones along its paging links. */
  pages: z.number().int().min(1).default(1),
  /** What a vendor's JSON endpoint must give (`dataset`, `api`, `app`) so that the page need not be rendered for it. */
  'answered-by': z.array(z.string()).default([]),
  /** How many of its pages on a site a visit opens in a browser, where scripts write them; null for as many as the visit may. */
  rendered: z.number().int().min(0).nullable().default(null),
  /** Links of pages deeper than this are not looked at for this intent. */
  'max-depth': z.number().int().min(1).default(3),
  /** Whether the link may leave the site (robots and search engines often live on other hosts). */
  'off-site': z.boolean().default(false),
  /** Site kind that the linked page belongs to, when it is not the site of the page that links: `open-data`, `service`. */
  opens: siteKindSchema.nullable().default(null),
});
export type Intent = z.infer<typeof intentSchema>;

/** A thing that is counted: its names, and the units that tell it from its neighbours. */
const countSchema = z.strictObject({
  labels: z.array(z.string()),
  /** Names that count only with a qualifier behind them (目录总量): alone they mean many things. */
  stems: z.array(z.string()).default([]),
  units: z.array(z.string()),
  not: z.array(z.string()).default([]),
  /** Property names under which statistic replies (JSON) carry the number, compared in lower case. */
  keys: z.array(z.string()).default([]),
});

export const vocabularySchema = z.strictObject({
  intents: z.record(z.string(), intentSchema),
  counts: z.record(z.string(), countSchema),
  /** Named word lists (privacy sections, letter states ...); what each must look like is said by the code that reads it. */
  lists: z.record(z.string(), z.array(z.string())),
  /** Named regular expressions, alone or several in order. */
  patterns: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Named numbers (months, shares, days). */
  numbers: z.record(z.string(), z.number()).default({}),
  reading: z.strictObject({
    /** File names of same-site scripts that write headers and footers. */
    'layout-scripts': z.array(regex),
    /** Tokens in id, class or tag that mark header and footer. */
    header: z.array(z.string()),
    footer: z.array(z.string()),
    /** Title and address signs of an article page. */
    'article-urls': z.array(regex),
    'article-meta': z.array(z.string()),
    /** Tokens in id, class or tag that mark navigation. */
    nav: z.array(z.string()).default([]),
    /** Whole names of classes and ids that hold one of the words above and yet belong to the content, in lower case. */
    content: z.array(z.string()).default([]),
    /** File names of libraries, which never write headers or footers. */
    'library-scripts': z.array(regex).default([]),
    /** Ids (or sole classes) of containers that a script fills with header or footer when the markup leaves them empty. */
    'script-containers': z.array(regex).default([]),
    /** Labels that say nothing about the target (more, enter): a title or a neighbour names the link better. */
    'generic-labels': z.array(z.string()).default([]),
    /** How numbers, days and the labels of fields are written. */
    forms: formsSchema.prefault({}),
    /** How columns of a site are told from headlines and buttons, and which of them are worth exploring. */
    columns: z
      .strictObject({
        /** Patterns over a folded label: paging, log-in buttons, languages; no columns. */
        paging: z.array(regex).default([]),
        /** Patterns over a folded label that make it a headline. */
        headline: z.array(regex).default([]),
        /** Columns that surely hold none of the things sought, by folded label or by address. */
        elsewhere: z
          .strictObject({ labels: z.array(regex).default([]), urls: z.array(regex).default([]) })
          .prefault({}),
        /** Words of columns in which services, answers and rules stand: explored first. */
        promising: z.array(z.string()).default([]),
        /** What columns hold by their names: a column of these labels holds nothing but these intents. */
        topics: z
          .record(z.string(), z.strictObject({ labels: z.array(regex).min(1), holds: z.array(z.string()) }))
          .default({}),
        /**
         * Intents that a column of a name and kind of its own may serve, by what its page shows: dated lines, fields to fill in, rows of
         * records. What is in none of these lists is known by its content wherever it stands.
         */
        shapes: z
          .strictObject({
            dated: z.array(z.string()).default([]),
            input: z.array(z.string()).default([]),
            rows: z.array(z.string()).default([]),
          })
          .prefault({}),
        /** Intents that lead to hubs, which may hold anything: their columns are never certainly something else. */
        hubs: z.array(z.string()).default([]),
      })
      .prefault({}),
  }),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

const endpointSchema = z.strictObject({
  /** What is counted or returned: `dataset`, `api`, `app`; `search` and `dataset-search` answer a query. */
  gives: z.string(),
  method: z.enum(['get', 'post']).default('get'),
  /** Path, resolved against the platform's base address; `{code}`, `{keyword}` and `{page}` are filled in. */
  path: z.string(),
  body: z.string().nullable().default(null),
  'content-type': z.string().nullable().default(null),
  /** Dotted path of the total in a JSON reply. */
  total: z.string().nullable().default(null),
  /** Dotted path of the item array in a JSON reply. */
  items: z.string().nullable().default(null),
});

export const vendorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  kind: z.enum(['search', 'qa', 'open-data', 'cms', 'wall', 'accessibility', 'consult']),
  confidence,
  /** Over the whole URL. */
  urls: z.array(regex).default([]),
  /** Over body text or inline script. */
  markup: z.array(regex).default([]),
  /** For walls: any of the sign groups present is a match; inside a group all must hold. */
  signs: z
    .array(
      z.strictObject({
        status: z.array(z.number()).optional(),
        header: z.strictObject({ name: z.string(), pattern: regex }).optional(),
        body: regex.optional(),
        title: regex.optional(),
        'max-bytes': z.number().optional(),
        class: z.enum(['blocked', 'captcha']).default('blocked'),
      }),
    )
    .default([]),
  endpoints: z.array(endpointSchema).default([]),
});
export type Vendor = z.infer<typeof vendorSchema>;
export const vendorsSchema = z.strictObject({ vendors: z.array(vendorSchema) });
