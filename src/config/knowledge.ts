import { type Calendar, plainCalendar } from './calendar.ts';
import { type CompiledForms, compileForms } from './forms.ts';
import { type KindRules, noKinds } from './schema/kinds.ts';
import type { Intent, Vendor, Vocabulary } from './schema/knowledge.ts';
import type { PackMeta } from './schema/pack.ts';
import { noQuestions, type Questions } from './schema/questions.ts';
import type { CompiledWords } from './word-sections.ts';
import { foldLabel } from './words.ts';

export { foldLabel } from './words.ts';

export interface CompiledIntent {
  readonly id: string;
  readonly rule: Intent;
  /** Folded words with their confidence, longest first. */
  readonly labels: readonly { readonly text: string; readonly confidence: number; readonly last: boolean }[];
  readonly not: readonly string[];
  readonly notUrls: readonly RegExp[];
  readonly hints: readonly { readonly pattern: RegExp; readonly confidence: number }[];
  readonly slugs: readonly { readonly pattern: RegExp; readonly confidence: number }[];
}

export interface CompiledVendor {
  readonly rule: Vendor;
  readonly urls: readonly RegExp[];
  readonly markup: readonly RegExp[];
  readonly signs: readonly {
    readonly status: readonly number[] | null;
    readonly header: { readonly name: string; readonly pattern: RegExp } | null;
    readonly body: RegExp | null;
    readonly title: RegExp | null;
    readonly maxBytes: number | null;
    readonly class: 'blocked' | 'captcha';
  }[];
}

/** Shape of a page of unknown kind: dated lines, input fields, rows of records. */
export type PageShape = 'dated' | 'told' | 'input' | 'rows';

/** The intents that columns with certain names can contain. */
export interface ColumnTopic {
  /** Matched against a folded label. */
  readonly labels: readonly RegExp[];
  /** Ids of intents. */
  readonly holds: ReadonlySet<string>;
}

/**
 * Vocabulary and vendor fingerprints of a pack, compiled for matching. Immutable and shared by all
 * visits.
 */
export interface CompiledKnowledge {
  readonly vocabulary: Vocabulary;
  readonly intents: ReadonlyMap<string, CompiledIntent>;
  readonly vendors: readonly CompiledVendor[];
  readonly layoutScripts: readonly RegExp[];
  readonly articleUrls: readonly RegExp[];
  readonly libraryScripts: readonly RegExp[];
  readonly scriptContainers: readonly RegExp[];
  /** Folded labels that do not describe their target. */
  readonly genericLabels: ReadonlySet<string>;
  readonly columnRules: {
    readonly paging: readonly RegExp[];
    readonly headline: readonly RegExp[];
    readonly elsewhere: { readonly labels: readonly RegExp[]; readonly urls: readonly RegExp[] };
    readonly topics: readonly ColumnTopic[];
    /** Folded words. */
    readonly promising: readonly string[];
    /** Intents that a page of unknown kind may serve, by page shape. */
    readonly shapes: Readonly<Record<PageShape, ReadonlySet<string>>>;
    readonly hubs: ReadonlySet<string>;
    /** Intents that a list of dated titles below a hub may serve, by the intent of the hub. */
    readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  };
  /** How numbers, days and field labels are written. */
  readonly forms: CompiledForms;
  /** Public holidays of the pack's country. */
  readonly calendar: Calendar;
  /** Questions for search engines and robots. */
  readonly questions: Questions;
  /** Words, patterns and numbers by section; read with `wordsOf`. */
  readonly words: CompiledWords;
  /** Rules that recognise page kinds. */
  readonly kinds: KindRules;
  /** Parts of a government's full name that a person may omit. */
  readonly naming: PackMeta['naming'];
  /** Encodings of the country's sites besides UTF-8, most common first. */
  readonly encodings: readonly string[];
  /** How codes of governments are built, and where sites write them. */
  readonly codes: CompiledCodes;
}

export interface CompiledCodes extends Pick<PackMeta['codes'], 'province' | 'own' | 'meta'> {
  /** Names and values of parameters that hold a code; null where the pack knows none. */
  readonly parameters: { readonly names: RegExp; readonly values: RegExp } | null;
}

const noCodes: PackMeta['codes'] = { province: 0, own: 0, meta: [], parameters: null };

function compileCodes({ parameters, ...lengths }: PackMeta['codes']): CompiledCodes {
  return {
    ...lengths,
    parameters:
      parameters === null
        ? null
        : { names: new RegExp(parameters.names, 'iu'), values: new RegExp(parameters.values, 'u') },
  };
}

/** Optional parts of the knowledge. */
export interface FurtherKnowledge {
  readonly kinds?: KindRules;
  readonly naming?: PackMeta['naming'];
  readonly encodings?: readonly string[];
  readonly codes?: PackMeta['codes'];
  readonly words?: CompiledWords;
}

/** Compiles the knowledge files. Never throws: the schema has already checked every pattern. */
export function compileKnowledge(
  vocabulary: Vocabulary,
  vendors: readonly Vendor[],
  calendar: Calendar = plainCalendar,
  questions: Questions = noQuestions,
  further: FurtherKnowledge = {},
): CompiledKnowledge {
  const intents = new Map<string, CompiledIntent>();
  for (const [id, rule] of Object.entries(vocabulary.intents)) {
    intents.set(id, {
      id,
      rule,
      labels: rule.labels
        .map((entry) => (typeof entry === 'string' ? { text: entry, confidence: 0.9, last: false } : entry))
        .map((entry) => ({ ...entry, text: foldLabel(entry.text) }))
        .sort((a, b) => b.text.length - a.text.length),
      not: rule.not.map(foldLabel),
      notUrls: rule['not-urls'].map((source) => new RegExp(source, 'iu')),
      hints: rule.hints
        .map((entry) => (typeof entry === 'string' ? { pattern: entry, confidence: 0.6 } : entry))
        .map(({ pattern, confidence }) => ({ pattern: new RegExp(pattern, 'iu'), confidence })),
      slugs: rule.slugs
        .map((entry) => (typeof entry === 'string' ? { pattern: entry, confidence: 0.7 } : entry))
        .map(({ pattern, confidence }) => ({ pattern: new RegExp(pattern, 'iu'), confidence })),
    });
  }
  return {
    vocabulary,
    intents,
    vendors: vendors.map((rule) => ({
      rule,
      urls: rule.urls.map((source) => new RegExp(source, 'iu')),
      markup: rule.markup.map((source) => new RegExp(source, 'iu')),
      signs: rule.signs.map((sign) => ({
        status: sign.status ?? null,
        header: sign.header
          ? { name: sign.header.name.toLowerCase(), pattern: new RegExp(sign.header.pattern, 'iu') }
          : null,
        body: sign.body ? new RegExp(sign.body, 'iu') : null,
        title: sign.title ? new RegExp(sign.title, 'iu') : null,
        maxBytes: sign['max-bytes'] ?? null,
        class: sign.class,
      })),
    })),
    layoutScripts: vocabulary.reading['layout-scripts'].map((source) => new RegExp(source, 'iu')),
    articleUrls: vocabulary.reading['article-urls'].map((source) => new RegExp(source, 'iu')),
    libraryScripts: vocabulary.reading['library-scripts'].map((source) => new RegExp(source, 'iu')),
    scriptContainers: vocabulary.reading['script-containers'].map((source) => new RegExp(source, 'iu')),
    genericLabels: new Set(vocabulary.reading['generic-labels'].map(foldLabel)),
    columnRules: compileColumns(vocabulary.reading.columns),
    forms: compileForms(vocabulary),
    calendar,
    questions,
    kinds: further.kinds ?? noKinds,
    naming: further.naming ?? { suffixes: [], qualifiers: [] },
    encodings: further.encodings ?? [],
    codes: compileCodes(further.codes ?? noCodes),
    words: further.words ?? new Map(),
  };
}

function compileColumns(rules: Vocabulary['reading']['columns']): CompiledKnowledge['columnRules'] {
  const patterns = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, 'iu'));
  return {
    paging: patterns(rules.paging),
    headline: patterns(rules.headline),
    elsewhere: { labels: patterns(rules.elsewhere.labels), urls: patterns(rules.elsewhere.urls) },
    topics: Object.values(rules.topics).map(({ labels, holds }) => ({
      labels: patterns(labels),
      holds: new Set(holds),
    })),
    promising: rules.promising.map(foldLabel),
    shapes: {
      dated: new Set(rules.shapes.dated),
      told: new Set(rules.shapes.told),
      input: new Set(rules.shapes.input),
      rows: new Set(rules.shapes.rows),
    },
    hubs: new Set(rules.hubs),
    below: new Map(Object.entries(rules.below).map(([hub, held]) => [hub, new Set(held)])),
  };
}
