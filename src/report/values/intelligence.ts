import { accessibilityValue } from '../../model/values/accessibility.ts';
import { personalSpaceValue } from '../../model/values/personal-space.ts';
import { smartQaValue } from '../../model/values/smart-qa.ts';
import { smartSearchValue } from '../../model/values/smart-search.ts';
import { type Messages, wordFor } from '../messages.ts';
import { type Clause, type Describer, describer, levelClause, listed, namesOf, shared } from './describer.ts';

/** Why something could not be asked, in words. */
function noteClause(note: string | null | undefined, clause: (reason: string) => string, messages: Messages): Clause {
  if (note === null || note === undefined) return null;
  const { notes } = messages.values;
  return clause(Object.hasOwn(notes, note) ? wordFor(notes, note) : wordFor(messages.reasons, note));
}

/** The language's name in the reader's language; the tag itself if it is not one. */
function languageName(tag: string, { htmlLanguage }: Messages): string {
  try {
    return new Intl.DisplayNames(htmlLanguage, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A finding may hold any text where a tag is expected.
    return tag;
  }
}

/** Values of the probes of smart services. */
export const intelligence: Readonly<Record<string, Describer>> = {
  'smart-search': describer(smartSearchValue.partial(), (value, messages) => {
    const { search: words } = messages.values;
    const { asked = [], answered = [], by } = value;
    return [
      by === undefined ? levelClause(value.level ?? value.reached, messages) : words.by[by],
      asked.length === 0 ? null : words.answered(String(answered.length), String(asked.length)),
      shared(value.share, words.share),
      shared(value.ownRegion, words.ownRegion),
      listed(namesOf(value.shows ?? [], words.names), words.shows, messages.listMark),
      noteClause(value.note, words.notAsked, messages),
    ];
  }),
  'smart-qa': describer(smartQaValue.partial(), (value, messages) => {
    const { robot: words } = messages.values;
    const { asked = [], grades = {} } = value;
    const given = asked.flatMap((id) => grades[id] ?? []);
    const number = (kept: (grade: number) => boolean) => String(given.filter(kept).length);
    return [
      levelClause(value.level ?? value.reached, messages),
      asked.length === 0 ? null : words.asked(String(asked.length)),
      given.length === 0
        ? null
        : words.graded(
            number((grade) => grade === 1),
            number((grade) => grade > 0 && grade < 1),
            number((grade) => grade === 0),
          ),
      shared(value.share, words.share),
      listed(namesOf(value.features ?? [], words.names), words.features, messages.listMark),
      noteClause(value.note, words.notAsked, messages),
    ];
  }),
  accessibility: describer(accessibilityValue.partial(), (value, messages) => {
    const { accessibility: words, partly } = messages.values;
    const { languages, violations } = value;
    const names = languages?.map((tag) => languageName(tag, messages));
    return [
      value.mode === undefined ? levelClause(value.level, messages) : words.modes[value.mode],
      value.phone === undefined ? null : words.phones[value.phone],
      languages?.length === 0 ? words.noLanguages : listed(names, words.languages, messages.listMark),
      violations ? words.violations(String(violations.serious)) : null,
      value.found === null ? partly : null,
    ];
  }),
  'personal-space': describer(personalSpaceValue.partial(), (value, messages) => {
    const { space: words, partly } = messages.values;
    return [
      levelClause(value.level, messages),
      listed(namesOf(value.found ?? value.seen ?? [], words.names), words.list, messages.listMark),
      value.found === null ? partly : null,
    ];
  }),
};
