import type { ReportInput } from '../input.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import {
  correctionSentences,
  judgedSentences,
  provenanceFacts,
  publicationSentence,
  runRows,
  sheetOrigin,
} from '../provenance.ts';
import { factList, textTable } from './parts.ts';

/** What was said about the edition since, in a box; null where nothing was. */
export function correctionNotice(input: ReportInput, messages: Messages): Part {
  const sentences = correctionSentences(input, messages);
  if (sentences.length === 0) return null;
  return markup`<aside class="caveat corrections"><h3>${messages.origin.corrections}</h3><ul>${sentences.map((text) => markup`<li>${text}</li>`)}</ul></aside>`;
}

/** Corrections, edition, seal, runs, program and pack for the first page. */
export function provenanceBlock(input: ReportInput, messages: Messages): Markup {
  const long = new Set<string>([
    messages.origin.seal,
    messages.origin.root,
    messages.origin.runs,
    messages.origin.note,
  ]);
  const facts = provenanceFacts(input, messages).map(([label, value]): readonly [Part, Part] => [
    label,
    long.has(label) ? markup`<span class="long">${value}</span>` : value,
  ]);
  return markup`${correctionNotice(input, messages)}<div class="origin">${factList(facts)}</div>`;
}

/** Every run with its times and versions, and what judged. */
export function provenanceDetails(input: ReportInput, messages: Messages): Markup {
  const { origin } = messages;
  return markup`<h3 id="origin">${origin.title}</h3>
<p class="soft">${origin.runsNote}</p>
${textTable(runRows(input, messages), [0, 1, 2, 3, 6, 7], [2, 3, 6, 7])}
<ul class="soft">${judgedSentences(input, messages).map((text) => markup`<li>${text}</li>`)}</ul>`;
}

/** The same for the sheet of one government: corrections, and a line. */
export function sheetProvenance(input: ReportInput, code: string, messages: Messages): Markup {
  return markup`${correctionNotice(input, messages)}<p class="soft">${sheetOrigin(input, code, messages)}</p>`;
}

/** The root of the log for the last page: paper is a witness that nobody can change. */
export function publicationNote(input: ReportInput, messages: Messages): Part {
  const sentence = publicationSentence(input, messages);
  return sentence === null ? null : markup`<p id="publication"><strong>${sentence}</strong></p>`;
}
