import type { ReportData } from '../figures/derive.ts';
import { type Markup, markup } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { capabilityChapters } from '../narrative/capability.ts';
import { overallChapter } from '../narrative/overall.ts';
import { paragraph } from './parts.ts';

/** The main findings: the country, then each capability, with what says the most first. */
export function findings(data: ReportData, messages: Messages): Markup {
  const chapters = [overallChapter(data, messages), ...capabilityChapters(data, messages)];
  return markup`${chapters.map(
    ({ id, title, lead, paragraphs }, index) => markup`<h3 id="finding-${id}">${messages.chapter(index + 1, title)}</h3>
${lead.length === 0 ? null : markup`<div class="lead">${paragraph(lead, messages)}</div>`}
${paragraphs.map((sentences) => paragraph(sentences, messages))}
`,
  )}`;
}
