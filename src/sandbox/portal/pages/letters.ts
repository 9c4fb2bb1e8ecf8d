import { counties } from '../columns/words.ts';
import { hash } from '../draw.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { addDays, escapeHtml } from '../text.ts';
import { answerOf } from '../topics/answer.ts';
import { topics } from '../topics/index.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';
import { pager } from './pager.ts';

/** Assumed limit in working days where a portal states none. */
const usualLimit = 15;

interface Letter {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  /** ISO dates. */
  readonly sent: string;
  readonly replied: string;
  readonly kind: string;
  readonly office: string;
}

/** Letters per page of the list. */
function lettersPerPage(portal: Portal): number {
  return 15 + (hash(portal.town.style.seed, 'letters') % 6);
}

/** True for late letters, which are spread over the list in exactly the true number. */
function isLate(index: number, letters: number, late: number): boolean {
  return Math.floor(((index + 1) * late) / letters) > Math.floor((index * late) / letters);
}

/**
 * Shortest and longest limit that a reader may apply: that of the letters (or the usual one) and
 * that of the form. A letter is in time, or late, by both.
 */
function limitsOf(portal: Portal): readonly [number, number] {
  const { replies, appeal } = portal.town.truth;
  const limits = [replies?.limitDays ?? usualLimit, appeal.form?.limitDays ?? replies?.limitDays ?? usualLimit];
  return [Math.min(...limits), Math.max(...limits)];
}

/**
 * A published letter. In time: within the limit even in calendar days. Late: beyond it whatever the
 * holidays.
 */
function letterAt(portal: Portal, index: number): Letter | null {
  const replies = portal.town.truth.replies;
  if (replies === null || index < 0 || index >= replies.letters) return null;
  const [shortest, longest] = limitsOf(portal);
  const draw = portal.draw(`letter:${index}`);
  const taken = isLate(index, replies.letters, replies.late)
    ? longest * 2 + 14 + draw.between(0, 20)
    : draw.between(1, Math.max(1, shortest - (shortest > 3 ? 1 : 0)));
  const span = Math.max(1, Math.min(2, 300 / replies.letters));
  const replied = addDays(portal.town.today, -3 - Math.floor(index * span));
  const topic = draw.pick(topics);
  const matter = draw.pick([
    `咨询${topic.words[0]}办理问题`,
    `关于${topic.words[0]}的问题`,
    `${topic.question.replace('？', '')}`,
    `反映${draw.pick(counties)}${topic.words[0]}事宜`,
  ]);
  return {
    title: matter,
    question: `您好，我想${matter.startsWith('咨询') ? '' : '咨询'}${matter}，${topic.question}请有关部门答复，谢谢！`,
    answer: `尊敬的网友，您好！您的来信收悉。${answerOf(portal, topic).replaceAll('\n', '')}感谢您对我们工作的关心和支持！`,
    sent: addDays(replied, -taken),
    replied,
    kind: draw.pick(['咨询', '求助', '建议', '投诉']),
    office: `${portal.names.full}${topic.bureau}`,
  };
}

/** A page of the list of letters; null beyond its end. */
export function lettersPage(portal: Portal, column: PortalColumn, page: number): Content | null {
  const replies = portal.town.truth.replies;
  const perPage = lettersPerPage(portal);
  const from = (page - 1) * perPage;
  if (replies === null || (from >= replies.letters && page > 1)) return null;
  const draw = portal.draw('letters');
  const heads = draw.pick([
    ['编号', '标题', '类型', '来信时间', '状态'],
    ['信件编号', '信件标题', '信件类别', '写信日期', '办理状态'],
    ['序号', '主题', '类别', '提交时间', '处理状态'],
  ]);
  const lines: string[] = [];
  for (let index = from; index < Math.min(from + perPage, replies.letters); index++) {
    const letter = letterAt(portal, index);
    if (letter === null) break;
    lines.push(
      `<tr><td>${letterNumber(portal, index)}</td><td><a href="${escapeHtml(letterPath(portal, index))}">${escapeHtml(letter.title)}</a></td><td>${letter.kind}</td><td>${letter.sent}</td><td>已回复</td></tr>`,
    );
  }
  const limit =
    replies.limitDays === null ? '' : `<p class="tip">来信自受理之日起${replies.limitDays}个工作日内答复。</p>`;
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${limit}<table class="letter-list"><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${lines.join('\n')}</table>${pager(portal, column, replies.letters, page, perPage)}`,
    metas: columnMetas(portal, column),
  };
}

function letterNumber(portal: Portal, index: number): string {
  return `${portal.town.today.slice(0, 4)}${String(100_000 + index * 7).slice(0, 6)}`;
}

/** Address of a letter. */
function letterPath(portal: Portal, index: number): string {
  const column = portal.column('letters');
  const letter = letterAt(portal, index);
  return portal.address.article(column, index, letter?.replied ?? portal.town.today);
}

/** A letter with its reply; null if there is none. */
export function letterPage(portal: Portal, column: PortalColumn, index: number): Content | null {
  const letter = letterAt(portal, index);
  if (letter === null) return null;
  const draw = portal.draw('letter-words');
  const sent = draw.pick(['来信时间', '来信日期', '写信时间', '提交时间', '留言时间']);
  const replied = draw.pick(['回复时间', '回复日期', '答复时间', '办结时间', '答复日期']);
  const hour = (day: string, key: string): string =>
    `${day}${portal.draw(`${key}${index}`).pick(['', ' 09:15', ' 14:40:12', ' 16:03'])}`;
  const body = draw.chance(0.5)
    ? `<table class="letter"><tr><th>信件编号</th><td>${letterNumber(portal, index)}</td><th>信件类型</th><td>${letter.kind}</td></tr><tr><th>${sent}</th><td>${hour(letter.sent, 's')}</td><th>处理状态</th><td>已办结</td></tr><tr><th>来信内容</th><td colspan="3">${escapeHtml(letter.question)}</td></tr><tr><th>答复单位</th><td>${escapeHtml(letter.office)}</td><th>${replied}</th><td>${hour(letter.replied, 'r')}</td></tr><tr><th>回复内容</th><td colspan="3">${escapeHtml(letter.answer)}</td></tr></table>`
    : `<div class="letter"><p>来信人：${draw.pick(['王', '李', '张', '陈', '刘'])}**　${sent}：${hour(letter.sent, 's')}</p><div class="q">${escapeHtml(letter.question)}</div><p>回复单位：${escapeHtml(letter.office)}　${replied}：${hour(letter.replied, 'r')}</p><div class="a">${escapeHtml(letter.answer)}</div></div>`;
  return {
    title: letter.title,
    body: `${breadcrumb(portal, column)}${heading(letter.title)}${body}`,
    metas: columnMetas(portal, column),
  };
}
