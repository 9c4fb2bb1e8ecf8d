import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case letters, digits and -' });
const words = z.array(z.string().min(1));

/**
 * Classes of search words; the first three are plain keywords, which decide whether an engine
 * works.
 */
export const searchClasses = ['service', 'policy', 'everyday', 'typo', 'synonym', 'question', 'region'] as const;

const keywordSchema = z.strictObject({
  id,
  /** Text of the query; `{other-region}` stands for another place, chosen by hash. */
  text: z.string().min(1),
  /** A result is relevant if its title or abstract contains one of these; default: the query. */
  words: words.default([]),
});
export type Keyword = z.infer<typeof keywordSchema>;

const classSchema = z.strictObject({
  /** Number of words of the class per government. */
  ask: z.number().int().min(0),
  words: z.array(keywordSchema).min(1),
});

const questionSchema = z.strictObject({
  id,
  text: z.string().min(1),
  /** Groups of terms: an exact answer contains at least one term of every group. */
  exact: z.array(words.min(1)).min(1),
  /** Terms of an answer that is related but not exact. */
  related: words.min(1),
});
export type BankQuestion = z.infer<typeof questionSchema>;

const share = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0);

/**
 * `questions.yaml`: questions for search engines and robots, and the rules for grading the answers.
 */
export const questionsSchema = z.strictObject({
  search: z.strictObject({
    classes: z.partialRecord(z.enum(searchClasses), classSchema),
    /** Well-known places; none longer than the short name. */
    'other-regions': words,
    /** Texts of a result page without results, and of one whose engine failed. */
    nothing: words,
    errors: words,
    /** Words beside the results that show a feature, by feature id. */
    features: z.record(id, words),
    numbers: z.strictObject({
      /**
       * Share of the plain keywords that need relevant results for the engine to count as working.
       */
      'working-share': share,
      /** Share of relevant results on the first page from which a keyword counts as answered. */
      'relevant-share': share,
    }),
  }),
  chat: z.strictObject({
    questions: z.array(questionSchema).min(1),
    /**
     * Sentences with one of these are no answer: greetings, menus, transfers to a person, excuses.
     */
    greetings: words,
    menus: words,
    'hand-over': words,
    excuses: words,
    /** Words on the page that show a feature of the provincial scheme, by feature id. */
    features: z.record(id, words),
    /** Labels of send buttons, and words in the prompts of question fields. */
    buttons: words,
    prompts: words,
    /** Labels of send buttons in a conversation. */
    send: words,
    /**
     * Prompts and buttons of search boxes, and field names of letters, complaints, registrations
     * and log-ins.
     */
    search: words,
    letter: words,
    numbers: z.strictObject({
      /** Questions asked per government. */
      ask: z.number().int().min(1),
      /** Mean grade from which a robot counts as working. */
      'working-grade': share,
      /**
       * Answers shorter than this (characters, without the repeated question) count as no answer.
       */
      'shortest-answer': z.number().int().min(1),
    }),
  }),
  /** How a browser waits, in milliseconds. */
  patience: z.strictObject({
    /** Longest wait for one answer. */
    answer: milliseconds,
    /**
     * An answer is complete after this long without new text and without pending requests of the
     * page.
     */
    quiet: milliseconds,
    /** The same for pages without visible requests. */
    'quiet-unseen': milliseconds,
    /** Pause between questions, as a multiple of the pause between two requests to a host. */
    pauses: z.number().min(0),
    /** Longest time for all questions to one robot or engine. */
    conversation: milliseconds,
    /** Unanswered questions in a row after which no more are asked. */
    unanswered: z.number().int().min(1),
    /** Conversations in progress at the same time. */
    'at-once': z.number().int().min(1),
  }),
});
export type Questions = z.infer<typeof questionsSchema>;

/** Used by a pack without questions. */
export const noQuestions: Questions = {
  search: {
    classes: {},
    'other-regions': [],
    nothing: [],
    errors: [],
    features: {},
    numbers: { 'working-share': 0.5, 'relevant-share': 0.3 },
  },
  chat: {
    questions: [],
    greetings: [],
    menus: [],
    'hand-over': [],
    excuses: [],
    features: {},
    buttons: [],
    prompts: [],
    send: [],
    search: [],
    letter: [],
    numbers: { ask: 1, 'working-grade': 0.5, 'shortest-answer': 8 },
  },
  patience: {
    answer: 8000,
    quiet: 150,
    'quiet-unseen': 1000,
    pauses: 1,
    conversation: 120_000,
    unanswered: 3,
    'at-once': 4,
  },
};
