import { z } from 'zod';
import { WordSet } from '../words.ts';
import { regex } from './regex.ts';

/** Words of a list, compared folded (`foldLabel`) and compiled when the pack is loaded. */
const words = z
  .array(z.string().min(1))
  .default([])
  .transform((list) => new WordSet(list));
/** Regular expressions over text as it stands on the page; case does not matter. */
const patterns = z
  .array(regex)
  .default([])
  .transform((list) => list.map((source) => new RegExp(source, 'iu')));

/** Rules of one kind: the intents of the vocabulary whose links should lead to such pages, names of such pages, and lists of its own. */
function kind<Lists extends z.ZodRawShape>(lists: Lists) {
  return z.strictObject({
    serves: z.array(z.string().min(1)).default([]),
    /** A page's name (title, heading, column, last crumb) that equals or contains one. */
    names: words,
    /** Names that contain one are something else. */
    'not-names': words,
    ...lists,
  });
}

/** A box in which something is looked up by its number: names of that number, and names that a number of another thing may have too. */
const query = kind({ numbers: words, 'any-numbers': words, 'not-numbers': words });

/** A published list: columns of its table, names that attached files carry, endings of the names of those who keep one each. */
const serviceList = kind({ columns: words, files: words, holders: words });

/** What is read of every page before its kind is asked. */
const pageRules = z
  .strictObject({
    /** What stands before the way to the page: 当前位置. */
    crumbs: words,
    /** Words that make a part of a title the name of the site and not of the page. */
    'site-names': words,
    /** Words that make a title a headline of news. */
    news: words,
    /** Endings of titles of documents, which may be long and are no headlines. */
    documents: words,
    /** Lines of headers and footers that are no content: sponsor, record numbers, advice on browsers. */
    furniture: words,
    /** Labels that stand below the title of an article: its source, its day, its readers. */
    bylines: words,
    /** A button or link that every item of a list of services bears. */
    actions: words,
    /** What becomes of frequent words whose bytes are read with a wrong code; lower case. */
    garble: words,
    /** Names of governments as titles bear them: a page whose title names one, and nowhere its own, is that of a stranger. */
    stranger: patterns,
  })
  .prefault({});

/** `kinds.yaml`: by what pages of each kind are known. A kind or list that nothing reads is an error. */
export const kindsSchema = z.strictObject({
  page: pageRules,
  kinds: z
    .strictObject({
      // What is not the thing looked for.
      notice: kind({
        titles: patterns,
        sentences: patterns,
        /** What says that the site has gone elsewhere. */
        moved: patterns,
      }).prefault({}),
      wall: kind({ sentences: patterns }).prefault({}),
      splash: kind({
        enter: words,
        /** What the only link of an entry page may be called; beside others the same words mean the way back. */
        lone: words,
      }).prefault({}),
      'language-choice': kind({
        /** Names of languages as such links bear them; `own` is the language of the pack. */
        own: words,
        others: words,
      }).prefault({}),
      'soft-404': kind({ titles: patterns, sentences: patterns }).prefault({}),
      empty: kind({ sentences: patterns }).prefault({}),
      construction: kind({ sentences: patterns }).prefault({}),
      login: kind({ fields: words, sentences: patterns, buttons: words }).prefault({}),
      article: kind({}).prefault({}),
      'news-list': kind({}).prefault({}),
      // Asking the government and being answered.
      'letter-list': kind({ columns: words, own: words, states: words }).prefault({}),
      letter: kind({ question: words, answer: words, submitted: words, replied: words, waiting: words }).prefault({}),
      'appeal-form': kind({ content: words, contact: words, subject: words, 'not-fields': words }).prefault({}),
      /** Questions with their answers: titles or lines that ask. */
      'faq-list': kind({ questions: patterns }).prefault({}),
      /** Answers to what people worry about: columns of that name, or titles that answer rumours. */
      'response-list': kind({ answers: patterns }).prefault({}),
      /** Results of calling back: how content people were. */
      'follow-up-report': kind({
        calls: words,
        columns: words,
        rates: patterns,
        /** Titles of bulletins that report on calling back among other things. */
        subjects: words,
      }).prefault({}),
      'appeal-hub': kind({ channels: words }).prefault({}),
      mailbox: kind({ entries: words }).prefault({}),
      hotline: kind({ numbers: patterns, says: patterns, entries: words }).prefault({}),
      poll: kind({ states: words }).prefault({}),
      'appeal-query': query.prefault({}),
      'letter-rules': kind({ letters: words, duties: words }).prefault({}),
      // Services.
      /** Services that join several things, by the names of the things. */
      'one-thing-zone': kind({ things: patterns }).prefault({}),
      /** Services across regions. */
      'cross-region-zone': kind({ items: words, counts: patterns }).prefault({}),
      /** Fields of the standard catalogues, as links or tabs. */
      'disclosure-zone': kind({ fields: words }).prefault({}),
      guide: kind({
        /** Names of one element each: `name: other wording|other wording`. */
        elements: z
          .array(z.string().min(1))
          .default([])
          .transform((lines) => lines.map((line) => new WordSet(line.split(/[:|]/u).map((word) => word.trim())))),
      }).prefault({}),
      'guide-list': kind({ matters: patterns }).prefault({}),
      'progress-query': query.prefault({}),
      rating: kind({ grades: words, columns: words }).prefault({}),
      rates: kind({ rates: words }).prefault({}),
      certificates: kind({ fields: words, counts: patterns, endings: words }).prefault({}),
      'personal-space': kind({ items: words }).prefault({}),
      'enterprise-space': kind({ items: words }).prefault({}),
      // Lists and catalogues.
      'power-list': serviceList.prefault({}),
      'permit-list': serviceList.prefault({}),
      'public-service-list': serviceList.prefault({}),
      'proof-list': serviceList.prefault({}),
      'charge-list': serviceList.prefault({}),
      'disclosure-table': kind({
        own: words,
        columns: words,
      }).prefault({}),
      // Documents.
      'privacy-text': kind({ mentions: words, parts: patterns }).prefault({}),
      statement: kind({ words }).prefault({}),
      'policy-document': kind({ chapters: patterns, articles: patterns }).prefault({}),
      'policy-list': kind({ endings: words }).prefault({}),
      // Open data.
      'data-platform': kind({ marks: words }).prefault({}),
      'dataset-list': kind({ own: words, fields: words, formats: words }).prefault({}),
      dataset: kind({ own: words, fields: words }).prefault({}),
      'api-list': kind({ own: words, fields: words }).prefault({}),
      'app-list': kind({ own: words, fields: words }).prefault({}),
      // Helpers of a site.
      'search-page': kind({ fields: words, buttons: words }).prefault({}),
      'search-results': kind({ counts: patterns }).prefault({}),
      robot: kind({ asking: words, sending: words, greetings: words }).prefault({}),
      accessible: kind({ tools: words }).prefault({}),
      'site-map': kind({}).prefault({}),
    })
    .prefault({}),
});
export type KindRules = z.output<typeof kindsSchema>;

/** Rules of a pack without a file of kinds: no page is of any kind. */
export const noKinds: KindRules = kindsSchema.parse({});
