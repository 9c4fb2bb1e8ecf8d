import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishingSchema } from '../../../src/config/schema/publishing.ts';
import { maskOf } from '../../../src/report/package/mask.ts';
import { shippedPublishing } from './shipped-publishing.ts';

const { masking } = publishingSchema.parse(shippedPublishing);
if (masking === null) throw new Error('the shipped pack masks nothing');
const { mask, namesAmong } = maskOf(masking);

describe('masking', () => {
  it.each([
    ['写信人：张三丰', '写信人：张**'],
    ['<td>姓名</td><td>阿依古丽·买买提</td>', '<td>姓名</td><td>阿*******</td>'],
    ['{"写信人":"李四"}', '{"写信人":"李*"}'],
    ['手机13800000000，请回电', '手机138******00，请回电'],
    ['身份证号11010519491231002X。', '身份证号110105************。'],
  ])('%s', (text, shown) => expect(mask(text)).toMatchObject({ text: shown, count: 1 }));

  it.each([
    ['<tr><th>写信人</th><th>标题</th></tr>'],
    ['<label>姓名</label><input name="x"> 电话 <input name="y">'],
    ['受理编号 202611291234567890'],
    ['办公电话 0571-00000000，热线12345'],
    [''],
  ])('%s stays', (text) => expect(mask(text)).toEqual({ text, count: 0 }));

  it('hides names of a column wherever they stand alone', () => {
    const names = namesAmong([
      { name: '写信人', value: '王五' },
      { name: 'writername', value: '赵六' },
      { name: '标题', value: '公交' },
      { name: '写信人', value: '匿名用户：见正文' },
    ]);
    expect(names).toEqual(['王五', '赵六']);
    expect(mask('<td>王五</td><td>王五金店门前积水</td><td>赵六</td>', names)).toEqual({
      text: '<td>王*</td><td>王五金店门前积水</td><td>赵*</td>',
      count: 2,
    });
  });

  it('changes nothing the second time, and no length', () => {
    const piece = fc.constantFrom('写信人：', '张三', '13900000000', '<b>', '，', '110105194912310021', 'abc');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = mask(pieces.join('')).text;
        expect([...once].length).toBe([...pieces.join('')].length);
        expect(mask(once).count).toBe(0);
      }),
    );
  });
});
