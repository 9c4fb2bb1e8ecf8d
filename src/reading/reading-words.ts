import { z } from 'zod';
import { namedPatterns, pattern, wordList } from '../config/schema/words.ts';
import type { WordSection } from '../config/word-sections.ts';

/** Session ids in addresses, and words around a list that carry its total. */
export const readingWords = z.object({ 'session-parameters': wordList, 'list-totals': wordList });

/** Lines that are no content of a page, and words by which it says that its content is still to come. */
export const renderingWords = z.object({ 'page-ends': wordList, 'still-loading': wordList });

/** How lists and pages of letters name the days and say how a letter stands; `letter-keys`: the same by role in data. */
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
  /** From a label to its day there is no more than a colon, a bracket, the border of a cell, or a short word. */
  'letter-joins': pattern,
});

/** What is promised within a limit, to whom, and limits that are something else. */
export const limitWords = z.object({
  'reply-promises': wordList,
  'reply-promises-not': wordList,
  'reply-limit-heads': wordList,
  'reply-difficult': wordList,
  'reply-received': wordList,
});

/** Measures of how many were content, what makes a percentage no result, and of whom it is said. */
export const rateWords = z.object({
  'satisfaction-words': wordList,
  'rate-endings': wordList,
  'percent-words': wordList,
  'rate-limits-before': wordList,
  'rate-limits-after': wordList,
  'rate-of-all': wordList,
  'rate-of-part': wordList,
});

/** Links to further pages of a list, and by what a label is a headline or a date. */
export const linkWords = z.object({
  'paging-next': pattern,
  'paging-numbers': pattern,
  'paging-first-number': pattern,
  'paging-others': pattern,
  'paging-words': pattern,
  'entry-tails': pattern,
  'headline-dates': pattern,
  'headline-marks': pattern,
  'article-days': pattern,
});

export type LinkWords = z.output<typeof linkWords>;

/** All that reading takes from the pack by name. */
export const readingSections: readonly WordSection[] = [
  readingWords,
  renderingWords,
  letterWords,
  limitWords,
  rateWords,
  linkWords,
];
