import { dayIn } from '../model/time.ts';
import type { ReportInput } from './input.ts';
import { escapeMarkdown, markdownTable } from './markdown.ts';
import type { Messages } from './messages.ts';
import { correctionSentences, judgedSentences, provenanceFacts, publicationSentence, runRows } from './provenance.ts';
import { objectionCount, sampleSentences } from './review-checks.ts';
import { claimWords, decisionRows, listReviews, machineClaim, reviewSentences } from './reviews.ts';
import type { TextTable } from './rows.ts';

/** Corrections, edition, seal, runs, program and pack for the head of the Markdown bulletin. */
export function markdownProvenance(input: ReportInput, messages: Messages): string[] {
  const corrections = correctionSentences(input, messages).map((text) => `> ${escapeMarkdown(text)}`);
  return [
    ...(corrections.length === 0 ? [] : [[`> **${messages.origin.corrections}**`, ...corrections].join('\n>\n')]),
    provenanceFacts(input, messages)
      .map(([label, value]) => `- ${escapeMarkdown(messages.pair(label, value))}`)
      .join('\n'),
  ];
}

/** Every run with its times and versions, and what judged. */
export function markdownOrigin(input: ReportInput, messages: Messages): string[] {
  const { origin } = messages;
  return [
    `### ${origin.title}`,
    escapeMarkdown(origin.runsNote),
    tableOf(runRows(input, messages), [4, 5]),
    judgedSentences(input, messages)
      .map((text) => `- ${escapeMarkdown(text)}`)
      .join('\n'),
  ];
}

/** The root of the log for the last page. */
export function markdownPublication(input: ReportInput, messages: Messages): string[] {
  const sentence = publicationSentence(input, messages);
  return sentence === null ? [] : [`**${escapeMarkdown(sentence)}**`];
}

/** All reviews: how many, by decision, and one by one. */
export function markdownReviews(input: ReportInput, messages: Messages): string[] {
  const { reviews: words, columns } = messages;
  const listed = listReviews(input);
  const checks = [...sampleSentences(input, messages), objectionCount(input, messages)].filter((one) => one !== null);
  const checked = checks.map(escapeMarkdown);
  if (listed.length === 0) return [escapeMarkdown(words.none), ...checked];
  return [
    ...checked,
    ...reviewSentences(input, messages).map(escapeMarkdown),
    `### ${words.decisions}`,
    tableOf(decisionRows(input, messages), [3]),
    `### ${words.list}`,
    tableOf(
      {
        head: [
          columns.name,
          columns.leaf,
          words.columns.machine,
          words.columns.verdict,
          words.columns.effect,
          columns.reason,
        ],
        rows: listed.map(({ review, effect, machine, name, leaf }) => [
          name,
          leaf,
          claimWords(review.probe, machineClaim({ review, effect, machine }), messages),
          claimWords(review.probe, review, messages),
          words.badges[effect],
          words.by(review.who, dayIn(review.when, input.timeZone), review.why) +
            (review.withdrawal === null
              ? ''
              : messages.and +
                words.withdrawn(
                  review.withdrawal.who,
                  dayIn(review.withdrawal.when, input.timeZone),
                  review.withdrawal.why,
                )),
        ]),
      },
      [],
    ),
  ];
}

function tableOf({ head, rows }: TextTable, right: number[]): string {
  return markdownTable(
    head.map(escapeMarkdown),
    rows.map((cells) => cells.map(escapeMarkdown)),
    right,
  );
}
