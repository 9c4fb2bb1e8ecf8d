import { z } from 'zod';
import { namedPatterns, pattern, wordList } from '../config/schema/words.ts';
import type { WordSection } from '../config/word-sections.ts';

/** Session ids in URLs, and words beside the total of a list. */
export const readingWords = z.object({ 'session-parameters': wordList, 'list-totals': wordList });

/** Lines that are not content, and words that mean "still loading". */
export const renderingWords = z.object({ 'page-ends': wordList, 'still-loading': wordList });

/** Names of the dates and states of letters on pages; `letter-keys` are the keys in data. */
export const letterWords = z.object({
  'letter-submitted': wordList,
  'letter-replied': wordList,
  'letter-submitted-verbs': wordList,
  'letter-replied-verbs': wordList,
  'letter-day-nouns': wordList,
  'letter-due': wordList,
  'letter-taken': wordList,
  'letter-waiting': wordList,
  'letter-answered': wordList,
  'letter-keys': namedPatterns,
  'bare-days': wordList,
  /**
   * Between a label and its date there is at most a colon, a bracket, a cell border or a short
   * word.
   */
  'letter-joins': pattern,
});

/** Words for what is promised within a limit and to whom, and for other kinds of limits. */
export const limitWords = z.object({
  'reply-promises': wordList,
  'reply-promises-not': wordList,
  'reply-limit-heads': wordList,
  'reply-difficult': wordList,
  'reply-received': wordList,
});

/**
 * Names of satisfaction measures, words after which a percentage is not a result, and words for the
 * group it covers.
 */
export const rateWords = z.object({
  'satisfaction-words': wordList,
  'rate-endings': wordList,
  'percent-words': wordList,
  'rate-limits-before': wordList,
  'rate-limits-after': wordList,
  'rate-of-all': wordList,
  'rate-of-part': wordList,
});

/** Labels of paging links, and patterns by which a label is a headline or a date. */
export const linkWords = z.object({
  'paging-next': pattern,
  'paging-numbers': pattern,
  'paging-first-number': pattern,
  'paging-others': pattern,
  'paging-words': pattern,
  'latin-complements': pattern,
  'entry-tails': pattern,
  'headline-dates': pattern,
  'headline-marks': pattern,
  'article-days': pattern,
});

export type LinkWords = z.output<typeof linkWords>;

/** All named word lists that src/reading takes from the pack. */
export const readingSections: readonly WordSection[] = [
  readingWords,
  renderingWords,
  letterWords,
  limitWords,
  rateWords,
  linkWords,
];
