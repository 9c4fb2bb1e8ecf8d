import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsIn } from '../../src/reading/limits.ts';
import { knowledge } from '../probes/knowledge.ts';

const read = (text: string): string[] =>
  limitsIn(text, knowledge()).map(
    ({ days, least, unit, difficult }) =>
      `${least === days ? '' : `${least}-`}${days} ${unit}${difficult ? ' difficult' : ''}`,
  );

describe('limitsIn', () => {
  it.each([
    ['我们将在5个工作日内答复您。', ['5 working-day']],
    ['来信于受理后十五个工作日内办结并回复。', ['15 working-day']],
    ['办理时限：自受理之日起7个工作日', ['7 working-day']],
    ['回复期限为十日。', ['10 day']],
    ['普通咨询在6个工作日办结，疑难问题12个工作日办结。', ['6 working-day', '12 working-day difficult']],
    ['咨询类一般3个工作日答复；情况复杂的，可延长至10个工作日。', ['3 working-day', '10 working-day difficult']],
    ['承办单位3至5个工作日予以回复', ['3-5 working-day']],
    ['答复时间：3-5个工作日', ['3-5 working-day']],
    ['一般在五个工作日到七个工作日内答复', ['5-7 working-day']],
    ['24小时内回应网民留言', ['1 day']],
    ['２个工作日内转交承办单位，承办单位１０个工作日内办结', ['10 working-day']],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    '您可以在收到答复后20个工作日内进行满意度评价。',
    '信件将在1个工作日内转交相关部门办理。',
    '查询码有效期30天。',
    '3月12日回复了网友的来信。',
    '请在10个工作日内补充材料，逾期视为放弃。',
    '公示期7个工作日。',
    '申请人收到回复后15日内可以申请复核。',
    '工作日8:30至17:30接听来电并回复。',
    '自信息形成之日起20个工作日内公开',
    '',
  ])('finds no limit of the office in %j', (text) => expect(read(text)).toEqual([]));

  it('reads back any length in figures or numerals', () => {
    const han = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const written = (days: number): string =>
      days < 10 ? (han[days] ?? '') : `${days < 20 ? '' : han[Math.floor(days / 10)]}十${han[days % 10]}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('工作日', '个工作日'),
        fc.constantFrom('答复', '办结', '回复'),
        fc.boolean(),
        (days, unit, verb, figures) => {
          expect(read(`来信将在${figures ? days : written(days)}${unit}内${verb}`)).toEqual([`${days} working-day`]);
        },
      ),
    );
  });
  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(limitsIn(text, knowledge()))),
    );
  });

  const rules = new URL('../../../shared/realtexts/sy-letter-rules.html', import.meta.url);
  it.skipIf(!existsSync(rules))('reads the rules of a real mailbox (../shared/realtexts, where it exists)', () => {
    const text = readFileSync(rules, 'utf8').replace(/<[^>]*>/gu, '\n');
    expect(read(text)).toEqual(['3 working-day', '10 working-day difficult']);
  });
});
