import { z } from 'zod';
import { WordSet } from '../words.ts';
import { regex } from './regex.ts';

/** Words that are compared folded (`foldLabel`), compiled when the pack is loaded. */
const words = z
  .array(z.string().min(1))
  .default([])
  .transform((list) => new WordSet(list));
/** Regular expressions over the text of a page as written, case-insensitive. */
const patterns = z
  .array(regex)
  .default([])
  .transform((list) => list.map((source) => new RegExp(source, 'iu')));

/** Rules of one page kind: the intents that it serves, names of its pages, and its own lists. */
function kind<Lists extends z.ZodRawShape>(lists: Lists) {
  return z.strictObject({
    serves: z.array(z.string().min(1)).default([]),
    /**
     * Texts that the name of a page (title, heading, column, last breadcrumb) equals or contains.
     */
    names: words,
    /** Names that contain one of these belong to something else. */
    'not-names': words,
    ...lists,
  });
}

/**
 * A form that looks something up by number: names of that number, and names that other numbers
 * share.
 */
const query = kind({ numbers: words, 'any-numbers': words, 'not-numbers': words });

/**
 * A published list: its table columns, names of its attached files, suffixes of offices that
 * publish one each.
 */
const serviceList = kind({ columns: words, files: words, holders: words });

/** Used for every page before its kind is determined. */
const pageRules = z
  .strictObject({
    /** Text before the breadcrumbs: 当前位置. */
    crumbs: words,
    /** Words that mark a part of a title as the name of the site. */
    'site-names': words,
    /** Words that mark a title as a news headline. */
    news: words,
    /** Endings of document titles, which may be long without being headlines. */
    documents: words,
    /** Header and footer lines without content: sponsor, registration numbers, browser advice. */
    furniture: words,
    /** Labels below the title of an article: source, date, number of readers. */
    bylines: words,
    /** Labels of the button or link of every item in a list of services. */
    actions: words,
    /** Frequent words decoded with a wrong encoding, in lower case. */
    garble: words,
    /**
     * Names of governments in titles: a page that names another government and not its own belongs
     * to that other one.
     */
    stranger: patterns,
  })
  .prefault({});

/** `kinds.yaml`: rules that recognise page kinds. A kind or list that nothing reads is an error. */
export const kindsSchema = z.strictObject({
  page: pageRules,
  kinds: z
    .strictObject({
      // Pages without content of interest.
      notice: kind({
        titles: patterns,
        sentences: patterns,
        /** Texts that say the site has moved. */
        moved: patterns,
      }).prefault({}),
      wall: kind({ sentences: patterns }).prefault({}),
      splash: kind({
        enter: words,
        /** Labels of the only link of a splash page; among other links the same words lead back. */
        lone: words,
      }).prefault({}),
      'language-choice': kind({
        /** Names of languages in such links; `own` is the language of the pack. */
        own: words,
        others: words,
      }).prefault({}),
      'soft-404': kind({ titles: patterns, sentences: patterns }).prefault({}),
      empty: kind({ sentences: patterns }).prefault({}),
      construction: kind({ sentences: patterns }).prefault({}),
      login: kind({ fields: words, sentences: patterns, buttons: words }).prefault({}),
      article: kind({}).prefault({}),
      'news-list': kind({
        /** Ends of titles of publications that answer nobody: plans, reports, statistics, topics. */
        publications: patterns,
      }).prefault({}),
      // Letters and answers.
      'letter-list': kind({ columns: words, own: words, states: words }).prefault({}),
      letter: kind({ question: words, answer: words, submitted: words, replied: words, waiting: words }).prefault({}),
      'appeal-form': kind({ content: words, contact: words, subject: words, 'not-fields': words }).prefault({}),
      /** Questions with answers: titles or lines that ask. */
      'faq-list': kind({
        questions: patterns,
        answers: patterns,
        /** Titles of pages on the use of the site itself; a few questions there are no list of questions. */
        helps: words,
      }).prefault({}),
      /** Answers to public concerns: columns of that name, or titles that answer rumours. */
      'response-list': kind({ answers: patterns }).prefault({}),
      /** Results of follow-up calls: rates of satisfaction. */
      'follow-up-report': kind({
        calls: words,
        columns: words,
        rates: patterns,
        /** Titles of such reports; a headline may mention a call without reporting on it. */
        reports: patterns,
        /** Titles of bulletins that report on follow-up calls among other topics. */
        subjects: words,
      }).prefault({}),
      'appeal-hub': kind({ channels: words }).prefault({}),
      mailbox: kind({ entries: words }).prefault({}),
      hotline: kind({ contacts: words, numbers: patterns, says: patterns, entries: words }).prefault({}),
      poll: kind({ states: words }).prefault({}),
      'appeal-query': query.prefault({}),
      'letter-rules': kind({ letters: words, duties: words }).prefault({}),
      // Services.
      /** Joined-up services, by the names of the things. */
      'one-thing-zone': kind({ things: patterns, suffixes: words }).prefault({}),
      /** Services across regions. */
      'cross-region-zone': kind({ items: words, counts: patterns }).prefault({}),
      /** Fields of the standard catalogues, shown as links or tabs. */
      'disclosure-zone': kind({ fields: words }).prefault({}),
      guide: kind({
        /** One element per line: `name: other wording|other wording`. */
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
      'data-platform': kind({
        marks: words,
        /** Words of a title that is the name of a platform, and entries of its own menu. */
        fronts: words,
        menu: words,
      }).prefault({}),
      'dataset-list': kind({ own: words, fields: words, formats: words }).prefault({}),
      dataset: kind({ own: words, fields: words }).prefault({}),
      'api-list': kind({ own: words, fields: words }).prefault({}),
      'app-list': kind({ own: words, fields: words }).prefault({}),
      // Search and help.
      'search-page': kind({ fields: words, buttons: words }).prefault({}),
      'search-results': kind({ counts: patterns }).prefault({}),
      robot: kind({ asking: words, sending: words, greetings: words }).prefault({}),
      accessible: kind({ tools: words }).prefault({}),
      'site-map': kind({}).prefault({}),
    })
    .prefault({}),
});
export type KindRules = z.output<typeof kindsSchema>;

/** Used by a pack without a file of kinds: no page has a kind. */
export const noKinds: KindRules = kindsSchema.parse({});
