import { hash } from '../draw.ts';
import type { Portal } from '../portal.ts';

/** A question-answering robot of a vendor. */
export interface RobotVendor {
  readonly id: string;
  /** Address of its page. */
  readonly entry: (portal: Portal) => string;
  /** Path that takes questions. */
  readonly ask: string;
  readonly method: 'get' | 'form' | 'json';
  /** Parameter with the question. */
  readonly question: string;
  /** Wraps an answer in the vendor's format. */
  readonly wrap: (answer: string, related: readonly string[]) => unknown;
  /** Path to the answer in that format, for the page's script. */
  readonly answerPath: string;
  /** Path to the suggested questions. */
  readonly relatedPath: string;
  readonly labels: readonly string[];
}

const general = ['智能问答', '智能机器人', '智能客服', '智能咨询', '智慧问答', '智能互动'] as const;

export const robotVendorTable: readonly RobotVendor[] = [
  {
    id: 'ghwd',
    entry: () => '/ghwd/znwd/index.html',
    ask: '/ghwd/znwd/api/question',
    method: 'json',
    question: 'question',
    wrap: (answer, related) => ({ code: 0, data: { answer, relate: related } }),
    answerPath: 'data.answer',
    relatedPath: 'data.relate',
    labels: general,
  },
  {
    id: 'gx-znwd',
    entry: (portal) => `/gx-znwd/home/${portal.names.pinyin}`,
    ask: '/gx-znwd/api/answer',
    method: 'get',
    question: 'q',
    wrap: (answer, related) => ({ success: true, result: { content: answer, recommend: related } }),
    answerPath: 'result.content',
    relatedPath: 'result.recommend',
    labels: ['智能机器人', '智能问答', '小桂智能客服'],
  },
  {
    id: 'hanweb-jrobotfront',
    entry: (portal) => `/jrobotfront-server/index.do?webid=${portal.draw('robot-web').between(1, 400)}`,
    ask: '/jrobotfront-server/interfaces/askQuestion.do',
    method: 'form',
    question: 'q',
    wrap: (answer, related) => ({ code: '200', msg: 'success', data: { content: answer, tips: related } }),
    answerPath: 'data.content',
    relatedPath: 'data.tips',
    labels: general,
  },
  {
    id: 'jpaas-robot',
    entry: (portal) => `/api-gateway/jpaas-robot-web-server/index?robotId=${portal.draw('robot').hex(32)}`,
    ask: '/api-gateway/jpaas-robot-web-server/front/chat',
    method: 'json',
    question: 'content',
    wrap: (answer, related) => ({ success: true, code: '200', data: { answer: { text: answer }, suggest: related } }),
    answerPath: 'data.answer.text',
    relatedPath: 'data.suggest',
    labels: ['智能客服', '智能机器人', '智能问答'],
  },
  {
    id: 'jpaas-airobot',
    entry: (portal) => `/api-gateway/jpaas-airobot-web-server/front/index?robotId=${portal.draw('robot').hex(32)}`,
    ask: '/api-gateway/jpaas-airobot-web-server/front/ask',
    method: 'json',
    question: 'question',
    wrap: (answer, related) => ({ code: 200, data: [{ answer, related }] }),
    answerPath: 'data.0.answer',
    relatedPath: 'data.0.related',
    labels: ['AI智能问答', '智能客服', '智能问答'],
  },
  {
    id: 'zwdt',
    entry: () => '/zwdtuser/znkf/index',
    ask: '/zwdtuser/znkf/reply',
    method: 'form',
    question: 'msg',
    wrap: (answer, related) => ({ errcode: 0, reply: answer, hot: related }),
    answerPath: 'reply',
    relatedPath: 'hot',
    labels: ['智能客服', '智能问答'],
  },
  {
    id: 'jj',
    entry: () => '/jj/',
    ask: '/jj/robot/ask',
    method: 'get',
    question: 'keyword',
    wrap: (answer, related) => ({ status: 'ok', answers: [{ title: '', content: answer }], related }),
    answerPath: 'answers.0.content',
    relatedPath: 'related',
    labels: ['智能咨询', '智能问答', '智能互动'],
  },
  {
    id: 'robot-web',
    entry: () => '/robot/web/',
    ask: '/robot/web/query',
    method: 'json',
    question: 'query',
    wrap: (answer, related) => ({ resultCode: '0', resultData: { text: answer, more: related } }),
    answerPath: 'resultData.text',
    relatedPath: 'resultData.more',
    labels: general,
  },
];

/** The robot of a town; an unknown name is always mapped to the same robot. */
export function robotVendorOf(name: string): RobotVendor {
  const folded = name.toLowerCase();
  const vendor =
    robotVendorTable.find((entry) => entry.id === folded) ??
    robotVendorTable[hash(5, folded) % robotVendorTable.length];
  if (vendor === undefined) throw new RangeError('no robot vendors');
  return vendor;
}

/** Page with the robot in a frame, for towns that use one. */
export const robotFramePage = '/znzx/wdk.html';
/** Script that adds the robot's button, for towns that use one. */
export const robotScript = '/znzx/js/fudong.js';
