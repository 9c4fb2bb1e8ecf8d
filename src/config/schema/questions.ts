import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case letters, digits and -' });
const words = z.array(z.string().min(1));

/** Classes of search words; the first three are plain keywords, by which an engine is judged to work. */
export const searchClasses = ['service', 'policy', 'everyday', 'typo', 'synonym', 'question', 'region'] as const;

const keywordSchema = z.strictObject({
  id,
  /** What is typed; `{other-region}` stands for a place elsewhere, drawn by hash. */
  text: z.string().min(1),
  /** A result is relevant when title or abstract holds one of these; the typed text itself when left out. */
  words: words.default([]),
});
export type Keyword = z.infer<typeof keywordSchema>;

const classSchema = z.strictObject({
  /** How many words of the class one government is asked. */
  ask: z.number().int().min(0),
  words: z.array(keywordSchema).min(1),
});

const questionSchema = z.strictObject({
  id,
  text: z.string().min(1),
  /** Groups of terms: an exact answer holds at least one term of every group. */
  exact: z.array(words.min(1)).min(1),
  /** Terms that make an answer at least one about the matter. */
  related: words.min(1),
});
export type BankQuestion = z.infer<typeof questionSchema>;

const share = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0);

/** `questions.yaml`: what search engines and robots are asked, and by which rule their answers are graded. */
export const questionsSchema = z.strictObject({
  search: z.strictObject({
    classes: z.partialRecord(z.enum(searchClasses), classSchema),
    /** Names of well-known places, none of them longer than the short name. */
    'other-regions': words,
    /** What a page says that found nothing, and one whose engine failed. */
    nothing: words,
    errors: words,
    /** Feature id: words beside the results that show it. */
    features: z.record(id, words),
    numbers: z.strictObject({
      /** Share of the plain keywords that must bring relevant results for the engine to work. */
      'working-share': share,
      /** Share of the results on the first page that must be relevant for a keyword to be answered. */
      'relevant-share': share,
    }),
  }),
  chat: z.strictObject({
    questions: z.array(questionSchema).min(1),
    /** A sentence with one of these is no answer: greetings, menus, ways to a person, excuses. */
    greetings: words,
    menus: words,
    'hand-over': words,
    excuses: words,
    /** Feature id of the provincial scheme: words on the page that show it. */
    features: z.record(id, words),
    /** Labels of buttons that send, and words in the prompts of boxes that take a question. */
    buttons: words,
    prompts: words,
    /** Labels of buttons that send what is said in a conversation. */
    send: words,
    /** Prompts and buttons of boxes that search, and names of what letters, complaints, registrations and log-ins ask for. */
    search: words,
    letter: words,
    numbers: z.strictObject({
      /** Questions asked per government. */
      ask: z.number().int().min(1),
      /** Mean grade from which on a robot works. */
      'working-grade': share,
      /** Answers shorter than this many characters, the question taken out, say nothing. */
      'shortest-answer': z.number().int().min(1),
    }),
  }),
  /** How a browser waits, in milliseconds. */
  patience: z.strictObject({
    /** Longest wait for one answer. */
    answer: milliseconds,
    /** An answer is complete when nothing new came for so long and no request of the page is under way. */
    quiet: milliseconds,
    /** The same for pages that answer without any request that can be seen. */
    'quiet-unseen': milliseconds,
    /** From one question to the next, as a multiple of the pause between two requests to a host. */
    pauses: z.number().min(0),
    /** Longest time for all questions to one robot or engine together. */
    conversation: milliseconds,
    /** Unanswered questions in a row after which no further one is asked. */
    unanswered: z.number().int().min(1),
    /** Conversations under way at once; most of their time is waiting. */
    'at-once': z.number().int().min(1),
  }),
});
export type Questions = z.infer<typeof questionsSchema>;

/** Of a pack that asks nothing. */
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
