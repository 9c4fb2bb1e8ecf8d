import type { FindingReview } from '../../model/finding.ts';
import { dayIn, inZone } from '../../model/time.ts';
import { escapeMarkdown, markdownTable } from '../markdown.ts';
import { type AppealMessages, ruleText } from '../messages-appeal.ts';
import { decimals, excerpt } from '../text.ts';
import type { AppealInput } from './input.ts';

/** The README of an appeal pack, in Markdown. */
export function appealReadme(input: AppealInput, missing: number, messages: AppealMessages): string {
  const { government, log, nature } = input;
  const { check, files } = messages;
  return [
    `# ${messages.title(inline(government.name))}`,
    ...(nature === 'real' ? [] : [`> **${messages.nature[nature]}**`]),
    messages.intro(inline(government.name), inline(government.code)),
    `## ${messages.from.title}`,
    bullets(sourceLines(input, messages)),
    `## ${check.title}`,
    bullets(check.lines),
    `## ${messages.summary.title}`,
    summary(input, messages),
    `## ${files.title}`,
    bullets(Object.entries(files.list).map(([name, what]) => `\`${name}\` ${what}`)),
    ...(missing > 0 ? [messages.missing(String(missing))] : []),
    ...(log.length === 0 ? [messages.noLog] : []),
    '',
  ].join('\n\n');
}

function sourceLines({ edition, runs, findings, rules, timeZone }: AppealInput, { from }: AppealMessages): string[] {
  const judged = new Set(
    findings.map(({ toolVersion, configHash }) => from.tool(toolVersion, configHash.slice(0, 12))),
  );
  const newer = rules.probes.filter(({ id, version }) =>
    findings.some(({ finding }) => finding.probe === id && finding.version !== version),
  );
  const times = runs.map(({ started, finished }) =>
    from.time(inZone(started, timeZone), finished === null ? from.unfinished : inZone(finished, timeZone)),
  );
  return [
    ...(edition === null ? [] : editionLines(edition, timeZone, from)),
    from.runs(runs.map(({ id }) => inline(id)).join(', ')),
    ...times,
    ...judged,
    ...(findings.some(({ configHash }) => configHash !== rules.configHash)
      ? [from.otherRules(rules.configHash.slice(0, 12))]
      : []),
    ...(newer.length > 0 ? [from.otherVersion(newer.map(({ id }) => inline(id)).join(', '))] : []),
  ];
}

function editionLines(
  { name, sha256, replacedBy, errata }: NonNullable<AppealInput['edition']>,
  zone: string,
  from: AppealMessages['from'],
): string[] {
  return [
    from.edition(inline(name), sha256),
    ...(replacedBy === null ? [] : [from.replacedBy(inline(replacedBy.name), dayIn(replacedBy.frozen, zone))]),
    ...errata.map(({ what, who, when }) => from.erratum(escapeMarkdown(what), inline(who), dayIn(when, zone))),
  ];
}

function summary({ nodes, findings, score, timeZone }: AppealInput, messages: AppealMessages): string {
  const { head, states, none, noFinding } = messages.summary;
  if (findings.length === 0) return noFinding;
  const points = new Map((score?.points ?? []).map((point) => [point.leaf, point]));
  const rows = findings.flatMap(({ finding }) => {
    const fed = nodes.filter(({ leaf }) => leaf?.finding === finding.probe);
    const shared = [inline(finding.probe), states[finding.state]];
    const review = reviewText(finding.review, timeZone, messages);
    if (fed.length === 0) return [[none, ...shared, none, none, review]];
    return fed.map(({ name, leaf }) => {
      const point = leaf === null ? null : (points.get(leaf.id)?.point ?? null);
      const rule = leaf === null ? none : inline(ruleText(leaf.normalizer, messages));
      return [inline(name), ...shared, point === null ? none : decimals(point, 2), rule, review];
    });
  });
  return markdownTable(head, rows);
}

function reviewText(
  review: FindingReview | undefined,
  zone: string,
  { summary: { applied, stale, none } }: AppealMessages,
): string {
  if (review === undefined) return none;
  const by = [inline(review.who), dayIn(review.when, zone)] as const;
  return review.status === 'applied' ? applied(...by) : stale(...by);
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `* ${line}`).join('\n');
}

function inline(text: string): string {
  return escapeMarkdown(excerpt(text, 120));
}
