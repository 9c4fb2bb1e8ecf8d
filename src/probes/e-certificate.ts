import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { eCertificateValue } from '../model/values/e-certificate.ts';
import type { Seen } from '../reading/coverage.ts';
import { isPaged } from '../reading/list-items.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnEvidence, columnOf, noColumn } from './shared/column.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { largest, type StatedNumber, statedNumbers, statedWords } from './shared/stated-number.ts';
import { holds, targetWords } from './shared/targets.ts';
import { evidenceOf, verdicts } from './shared/verdicts.ts';

const intent = 'e-certificate';
type Value = z.input<typeof eCertificateValue>;

const say = verdicts<Value>();

const words = z.object({
  'certificate-nouns': wordList,
  'certificate-units': wordList,
  'certificate-fields': wordList,
  'certificate-columns': wordList,
  'mutual-words': wordList,
  'mutual-denials': wordList,
});

/**
 * Electronic certificates (电子证照): a page to query or use them, the number of kinds, and mutual
 * recognition by other regions.
 */
export const eCertificate = defineProbe({
  id: 'e-certificate',
  version: 6,
  sites: ['portal', 'service'],
  value: eCertificateValue,
  seeks: ['service-hall', intent],
  words: [words, resultWords, searchWords, statedWords, targetWords],
  about: {
    measures:
      'Electronic certificates (电子证照): a page to query or use them, how many kinds it states, whether it says that other places recognise them.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'its page opens',
      working: 'the page states how many kinds there are, or takes a query',
    },
    evidence: 'The line that states the number, the line that states mutual recognition, the entry.',
    blindSpots: [
      'No certificate is asked for: use mostly stands behind a log-in.',
      "Mutual recognition is the page's own statement.",
      'Kinds that are listed without a stated number are counted only under a column with the name of the certificate.',
    ],
  },
  judge,
});

/** Fewer kinds are only examples. */
const fewestKinds = 3;

function judge(seen: Seen): Verdict<Value> {
  const found = columnOf(seen, ['service', 'portal'], intent);
  const column = { ...found, opened: found.opened.filter(({ page }) => !page.article) };
  if (column.entries.length === 0 && column.opened.length === 0) return noColumn(seen, ['service'], [intent]);
  const evidence = columnEvidence(column);
  if (column.opened.length === 0) {
    const value: Value = {
      level: 'linked',
      count: null,
      mutual: null,
      query: null,
      url: column.entries[0]?.link.url ?? null,
    };
    return say.present(value, 0.7, evidence);
  }
  const lists = wordsOf(words, seen.knowledge);
  const parts = column.opened.flatMap((opened) => opened.parts);
  const stated = parts.flatMap((page) =>
    statedNumbers(page, lists['certificate-nouns'], lists['certificate-units'], seen.knowledge).map((one) => ({
      ...one,
      page,
    })),
  );
  const total = largest(stated) ?? listedKinds(parts, seen);
  const holder = stated.find((one) => one === total)?.page ?? parts[0];
  if (total && holder) evidence.unshift(evidenceOf(holder, total.quote));
  const recognised = parts.flatMap((page) => mutualLine(page, seen).map((line) => evidenceOf(page, line)));
  const query = parts.some((page) => hasQuery(page, seen));
  const value: Value = {
    level: total || query ? 'working' : 'reachable',
    count: total?.count ?? null,
    mutual: recognised.length > 0,
    query,
    url: column.opened[0]?.page.url ?? null,
  };
  return say.present(value, total ? 0.9 : 0.8, [...evidence, ...recognised.slice(0, 1)]);
}

/**
 * Number of kinds listed in a column for the certificate's name; null without such a list or if it
 * has further pages.
 */
function listedKinds(parts: readonly Page[], seen: Seen): StatedNumber | null {
  const columns = wordsOf(words, seen.knowledge)['certificate-columns'];
  const counted = parts.flatMap((page) =>
    page.records.flatMap(({ records, total }): StatedNumber[] => {
      const names = new Set(
        records.flatMap(({ fields }) =>
          fields.flatMap(({ name, value }) => (columns.has(foldLabel(name)) && value !== '' ? [value] : [])),
        ),
      );
      if (names.size < fewestKinds || (total === null && isPaged(page, seen.knowledge))) return [];
      return [{ count: total ?? names.size, quote: [...names].slice(0, 5).join(' ') }];
    }),
  );
  return largest(counted);
}

/** The first line that states mutual recognition without denying or only announcing it. */
function mutualLine(page: Page, seen: Seen): string[] {
  const { 'mutual-words': mutual, 'mutual-denials': denials } = wordsOf(words, seen.knowledge);
  const line = page.text.split('\n').find((one) => holds(one, mutual) && !holds(one, denials));
  return line === undefined ? [] : [line];
}

/** Whether a form has a field for the certificate's name or number or its holder. */
function hasQuery(page: Page, seen: Seen): boolean {
  const { 'certificate-fields': names } = wordsOf(words, seen.knowledge);
  return page.forms.some((form) =>
    form.fields.some((field) => field.type !== 'password' && holds(`${field.label} ${field.placeholder}`, names)),
  );
}
