import { z } from 'zod';
import { siteKindSchema } from '../../model/government.ts';
import { formsSchema } from './forms.ts';
import { regex } from './regex.ts';

const confidence = z.number().gt(0).max(1);
/** A word: a plain string has confidence 0.9. Matching ignores width, case and white space. */
const word = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    confidence: confidence.default(0.9),
    /**
     * True: counts only where a label ends with it, since what follows makes it a word about
     * something else (a robot's password, an industry of robots).
     */
    last: z.boolean().default(false),
  }),
]);
const pattern = z.union([regex, z.strictObject({ pattern: regex, confidence })]);

/** The links that lead to a thing: labels, address slugs, vendor addresses. */
export const intentSchema = z.strictObject({
  /** Texts that a label equals or contains, after folding. */
  labels: z.array(word).default([]),
  /** Labels that contain one of these are excluded. */
  not: z.array(z.string()).default([]),
  /**
   * Regular expressions over the whole address that exclude a link (chat apps, share buttons,
   * similarly named engines).
   */
  'not-urls': z.array(regex).default([]),
  /** Regular expressions over class, id and image names of links without text. */
  hints: z.array(pattern).default([]),
  /** Regular expressions over path and query of the address. */
  slugs: z.array(pattern).default([]),
  /** Vendor kinds (`config/vendors.yaml`) whose address patterns match too. */
  vendors: z.array(z.string()).default([]),
  sites: z.array(siteKindSchema).default(['portal', 'service', 'open-data']),
  /** Queries for the site's own search, best first; empty: the search is not asked. */
  names: z.array(z.string().min(2)).default([]),
  /** 0..100: priority among the links of a page; higher is visited first. */
  priority: z.number().min(0).max(100),
  /** Links of this intent that a visit follows per site. */
  limit: z.number().int().min(1).default(3),
  /**
   * Fetches a sample of `limit` links, chosen by hash of the address once all lists are read,
   * instead of the first ones.
   */
  sample: z.boolean().default(false),
  /**
   * Ids of intents whose pages list these things; every list item there matches, whatever its
   * label.
   */
  below: z.array(z.string()).default([]),
  /**
   * True: labels and slugs match only on pages reached by an intent of `below`, since the same
   * words mean something else on other pages.
   */
  'only-below': z.boolean().default(false),
  /** True: the words are in document titles, and only on pages reached by an intent in `on`. */
  headlines: z.boolean().default(false),
  /** For `headlines`: ids of the intents whose pages contain such titles. */
  on: z.array(z.string()).default([]),
  /** Pages of a list that are read, following its paging links. */
  pages: z.number().int().min(1).default(1),
  /**
   * Counts that a vendor's JSON endpoint must give (`dataset`, `api`, `app`) to make rendering the
   * page unnecessary.
   */
  'answered-by': z.array(z.string()).default([]),
  /**
   * Pages per site that a visit may render for this intent; null: limited only by the visit's
   * budget.
   */
  rendered: z.number().int().min(0).nullable().default(null),
  /** Links of deeper pages are ignored for this intent. */
  'max-depth': z.number().int().min(1).default(3),
  /** True if the link may leave the site; robots and search engines often run on other hosts. */
  'off-site': z.boolean().default(false),
  /**
   * Site kind of the linked page when it is not that of the linking page: `open-data`, `service`.
   */
  opens: siteKindSchema.nullable().default(null),
});
export type Intent = z.infer<typeof intentSchema>;

/** A thing to count: its names, and the units that distinguish it from similar things. */
const countSchema = z.strictObject({
  labels: z.array(z.string()),
  /** Names that match only with a qualifier after them (目录总量), since alone they are ambiguous. */
  stems: z.array(z.string()).default([]),
  units: z.array(z.string()),
  not: z.array(z.string()).default([]),
  /** JSON property names of the number, compared in lower case. */
  keys: z.array(z.string()).default([]),
});

export const vocabularySchema = z.strictObject({
  intents: z.record(z.string(), intentSchema),
  counts: z.record(z.string(), countSchema),
  /**
   * Word lists by name (privacy sections, letter states ...); the code that reads a list defines
   * its format.
   */
  lists: z.record(z.string(), z.array(z.string())),
  /** Regular expressions by name, single or in order. */
  patterns: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** Numbers by name (months, shares, days). */
  numbers: z.record(z.string(), z.number()).default({}),
  reading: z.strictObject({
    /** File names of same-site scripts that write headers or footers. */
    'layout-scripts': z.array(regex),
    /** Tokens in id, class or tag that mark header and footer. */
    header: z.array(z.string()),
    footer: z.array(z.string()),
    /** Title and address patterns of an article page. */
    'article-urls': z.array(regex),
    'article-meta': z.array(z.string()),
    /** Tokens in id, class or tag that mark navigation. */
    nav: z.array(z.string()).default([]),
    /**
     * Complete class names and ids that contain one of the words above but mark content, in lower
     * case.
     */
    content: z.array(z.string()).default([]),
    /** File names of libraries, which write no headers or footers. */
    'library-scripts': z.array(regex).default([]),
    /** Ids (or single classes) of empty containers that a script fills with header or footer. */
    'script-containers': z.array(regex).default([]),
    /**
     * Labels that do not describe their target (more, enter); a title or a neighbouring text names
     * the link instead.
     */
    'generic-labels': z.array(z.string()).default([]),
    /** How numbers, days and the labels of fields are written. */
    forms: formsSchema.prefault({}),
    /** How columns are told from headlines and buttons, and which of them to explore. */
    columns: z
      .strictObject({
        /** Patterns over folded labels that are no columns: paging, log-in buttons, languages. */
        paging: z.array(regex).default([]),
        /** Patterns over folded labels of headlines. */
        headline: z.array(regex).default([]),
        /** Columns that certainly contain none of the things sought, by folded label or address. */
        elsewhere: z
          .strictObject({ labels: z.array(regex).default([]), urls: z.array(regex).default([]) })
          .prefault({}),
        /** Words of columns with services, answers and rules, which are explored first. */
        promising: z.array(z.string()).default([]),
        /**
         * Contents of columns by name: a column with one of these labels contains only these
         * intents.
         */
        topics: z
          .record(z.string(), z.strictObject({ labels: z.array(regex).min(1), holds: z.array(z.string()) }))
          .default({}),
        /**
         * Intents that a column of unknown kind may serve, by the shape of its page: dated lines,
         * dated explanations, input fields, rows of records. Intents in none of these lists are recognised by content
         * alone.
         */
        shapes: z
          .strictObject({
            dated: z.array(z.string()).default([]),
            told: z.array(z.string()).default([]),
            input: z.array(z.string()).default([]),
            rows: z.array(z.string()).default([]),
          })
          .prefault({}),
        /**
         * Intents of hub pages, which may contain anything, so that their columns are never
         * excluded by name.
         */
        hubs: z.array(z.string()).default([]),
        /**
         * Intents that a list of dated titles may serve when a page of the hub leads to it and its
         * name tells nothing, by the intent of the hub.
         */
        below: z.record(z.string(), z.array(z.string())).default({}),
      })
      .prefault({}),
  }),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

const endpointSchema = z.strictObject({
  /**
   * What the endpoint returns: `dataset`, `api`, `app` (counts); `search` and `dataset-search`
   * (results of a query).
   */
  gives: z.string(),
  method: z.enum(['get', 'post']).default('get'),
  /**
   * Path relative to the platform's base address, with the placeholders `{code}`, `{keyword}` and
   * `{page}`.
   */
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
  /** Matched against the whole URL. */
  urls: z.array(regex).default([]),
  /** Matched against body text or inline scripts. */
  markup: z.array(regex).default([]),
  /** For bot walls: one matching group is enough; all signs of a group must match. */
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
