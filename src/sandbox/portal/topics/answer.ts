import type { Portal } from '../portal.ts';
import type { Topic } from './topic.ts';

/** The number in a topic's fact for this town. */
function townNumber(portal: Portal, topic: Topic): number {
  return portal.draw(`fact:${topic.id}`).between(topic.bounds[0], topic.bounds[1]);
}

/** Telephone number of the office in charge. */
function telephoneOf(portal: Portal, topic: Topic): string {
  const draw = portal.draw(`telephone:${topic.id}`);
  return `0${draw.between(310, 998)}-${draw.between(2, 8)}${String(draw.between(0, 999_999)).padStart(6, '0')}`;
}

/** A sentence with the hotline, if the town has one. */
export function hotlineWords(portal: Portal, before: string): string {
  return portal.has('hotline') ? `${before}12345` : '';
}

/**
 * The complete answer to a question about a topic, in lines: what, who, documents, how, duration,
 * fee, contact.
 */
export function answerOf(portal: Portal, topic: Topic): string {
  const days = topic.days === 0 ? '即时办结' : `${topic.days}个工作日`;
  return [
    `${portal.names.full}办理${topic.service}（${topic.words[0]}）的说明如下：`,
    `受理条件：${topic.condition}。`,
    `所需材料：${topic.materials.join('、')}。`,
    `办理流程：${topic.steps}。`,
    `办理时限：${days}。收费标准：${topic.fee}。`,
    `${topic.fact.replace('{n}', String(townNumber(portal, topic)))}。`,
    `办理地点：${portal.names.full}政务服务中心${topic.bureau}窗口。咨询电话：${telephoneOf(portal, topic)}${hotlineWords(portal, '，或拨打')}。`,
  ].join('\n');
}
