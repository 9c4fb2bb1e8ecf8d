import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedLines, gradeConversation, substanceOf } from '../../../src/probes/shared/chat-grades.ts';
import { knowledge } from '../knowledge.ts';

const { chat } = knowledge().questions;
const bank = chat.questions;
const identity = bank.find(({ id }) => id === 'identity');
const passport = bank.find(({ id }) => id === 'passport');
if (!identity || !passport) throw new Error('the bank lacks questions');

const grades = (...answers: string[][]): number[] =>
  gradeConversation(
    answers.map((came, index) => ({ question: index === 0 ? identity : passport, came })),
    chat,
  ).map(({ grade }) => grade);

describe('what came after a question', () => {
  test('is what stands there more often than before, in order', () => {
    expect(addedLines('您好\n请问', '您好\n请问\n问题\n您好\n答案')).toEqual(['问题', '您好', '答案']);
    expect(addedLines('a\nb', 'a\nb')).toEqual([]);
  });

  test('property: nothing came when nothing changed, and what was added came', () => {
    const lines = fc.array(fc.stringMatching(/^[a-z]{1,4}$/u), { maxLength: 20 });
    fc.assert(
      fc.property(lines, lines, (old, added) => {
        expect(addedLines(old.join('\n'), [...old, ...added].join('\n'))).toHaveLength(added.length);
      }),
    );
  });
});

describe('grades', () => {
  test('1 exact, 0.5 related, 0 beside the point', () => {
    expect(grades(['请携带居民户口簿，到就近派出所户籍窗口申请补领。'])).toEqual([1]);
    expect(grades(['身份证的有关规定请查看本站政策文件栏目。'])).toEqual([0.5]);
    expect(grades(['本市今日天气晴朗，气温二十度。'])).toEqual([0]);
  });

  test('an echo, a greeting, a menu, a way to a person, an excuse and a question back are no answers', () => {
    const asked = identity.text;
    for (const came of [
      [asked, `您说的是：${asked}`],
      [asked, `${asked}？`],
      ['您好，我是智能小助手，请问有什么可以帮您？'],
      ['请选择您要咨询的身份证业务类别：1.派出所 2.户口簿 0.转人工服务'],
      ['您的问题我还在学习，身份证问题请转人工客服。'],
      [`很抱歉，没有找到与“${asked}”相关的答案。`],
      ['您是想问居民身份证补领需要户口簿到派出所吗？'],
      ['10:32', '2026-11-01 10:32:05'],
      [],
    ])
      expect(grades(came), came.join()).toEqual([0]);
  });

  test('the same words for two questions answer neither', () => {
    const stock = '身份证和护照业务请携带户口簿、身份证、照片到派出所或出入境窗口办理。';
    expect(grades([stock], [stock])).toEqual([0, 0]);
    expect(grades([stock], [`护照：${stock}`])).toEqual([1, 1]);
  });

  test('hostile: endless and strange text is graded in time', () => {
    expect(grades(['身份证'.repeat(200_000)])).toEqual([0.5]);
    fc.assert(
      fc.property(fc.array(fc.string()), (came) => {
        expect(typeof substanceOf(came, identity.text, chat)).toBe('string');
      }),
    );
  });

  test('every question of the bank can be answered, and does not answer itself', () => {
    for (const question of bank) {
      const exact = `${question.exact.map((group) => group[0]).join('，')}，请按规定办理有关手续。`;
      expect(gradeConversation([{ question, came: [question.text, exact] }], chat)[0]?.grade, question.id).toBe(1);
      expect(gradeConversation([{ question, came: [question.text] }], chat)[0]?.grade, question.id).toBe(0);
    }
  });
});
