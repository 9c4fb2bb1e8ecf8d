import { hash } from '../draw.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { answerOf } from '../topics/answer.ts';
import { topics } from '../topics/index.ts';
import { articleTitle } from './titles.ts';
import { bureaus, sentences, works } from './words.ts';

const pick = (items: readonly string[], number: number): string => items[number % items.length] ?? '';

/** The office that publishes an entry. */
export function articleSource(portal: Portal, column: PortalColumn, entry: number): string {
  if (column.key === 'policy') return `${portal.names.authority}办公室`;
  return `${portal.names.full}${pick(bureaus, hash(portal.town.style.seed, `${column.key}${entry}`))}`;
}

function generalBody(portal: Portal, column: PortalColumn, entry: number): string[] {
  const value = hash(portal.town.style.seed + column.index, `body${entry}`);
  const opening = `${portal.articleDate(column, entry).slice(5).replace('-', '月')}日，${articleTitle(portal, column, entry).replace(/[【】]/g, '')}。`;
  const rest = [0, 1, 2, 3].map(
    (part) => `${pick(sentences, value >>> (part * 3))}${pick(sentences, value >>> (part * 3 + 5))}`,
  );
  return [opening, ...rest.slice(0, 2 + (value % 3))];
}

/** Survey figures of a follow-up report; they add up. */
function followUpBody(portal: Portal, entry: number): string[] {
  const draw = portal.draw(`follow-up${entry}`);
  const called = draw.between(120, 900);
  const reached = called - draw.between(5, 60);
  const satisfied = Math.round(reached * (0.86 + draw.next() * 0.12));
  return [
    `为检验群众诉求办理质效，${portal.names.authority}办公室组织对本期办结件开展电话回访。`,
    `本期共回访诉求人${called}人次，有效回访${reached}件，其中满意${satisfied}件，不满意${reached - satisfied}件，满意率${((satisfied / reached) * 100).toFixed(2)}%。`,
    '对回访不满意的事项，已退回承办单位重新办理，并将二次回访。',
  ];
}

/** Body of an article as paragraphs of HTML. */
export function articleBody(portal: Portal, column: PortalColumn, entry: number): string {
  let paragraphs: string[];
  if (column.key === 'knowledge') {
    const topic = topics[entry % topics.length];
    paragraphs = topic === undefined ? [] : answerOf(portal, topic).split('\n');
  } else if (column.key === 'guide') {
    const topic = topics[entry % topics.length];
    paragraphs =
      topic === undefined
        ? []
        : [
            `${portal.names.full}${topic.bureau}提示：${topic.condition}，可以${topic.steps}。`,
            `请提前准备好${topic.materials.join('、')}。${pick(sentences, entry)}`,
          ];
  } else if (column.key === 'follow-up') paragraphs = followUpBody(portal, entry);
  else if (column.key === 'policy') {
    const topic = topics[entry % topics.length];
    paragraphs = [
      '各县（区）人民政府，市政府各部门：',
      `现就${topic?.words[0] ?? pick(works, entry)}有关工作通知如下。`,
      `一、总体要求。${pick(sentences, entry)}`,
      `二、适用对象。${topic?.condition ?? ''}。`,
      `三、工作措施。${topic?.steps ?? ''}。`,
      `四、组织实施。${pick(sentences, 7)}`,
    ];
  } else paragraphs = generalBody(portal, column, entry);
  return paragraphs.map((text) => `<p>　　${escapeHtml(text)}</p>`).join('\n');
}
