import { describe, expect, it } from 'vitest';
import { listedNames, longestListed } from '../../src/reading/listed-names.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { threadTime } from '../thread-time.ts';

const lists = (html: string) =>
  listedNames(readPage(capture({ url: 'http://www.anhe.gov.cn/a/' }), html, knowledge()), knowledge());
const names = (html: string) => [...lists(html).marked, ...lists(html).plain];

describe('lists of names', () => {
  it('are links to one folder, whatever its last part looks like', () => {
    const links = ['新生儿出生', '教育入学', '退休'].map(
      (name) => `<a href="/yjs/${encodeURIComponent(name)}">${name}</a>`,
    );
    expect(names(`<div>${links.join('')}</div>`)).toContainEqual(['新生儿出生', '教育入学', '退休']);
  });

  it('are lines of plain text between sentences', () => {
    const lines = ['已经推出以下事项：', '新生儿出生', '2、教育入学', '· 退休', '请到各大厅窗口办理。'];
    expect(names(lines.map((line) => `<p>${line}</p>`).join(''))).toContainEqual(['新生儿出生', '教育入学', '退休']);
  });

  it('hold each name once, and no sentence, row of links or pair of label and value', () => {
    const lines = ['登记', '登记', '备案', '备案', '许可'];
    expect(names(lines.map((line) => `<p>${line}</p>`).join(''))).toContainEqual(['登记', '备案', '许可']);
    for (const line of ['办理时间：工作日', '首页 | 登录', '收到来信后，由专人答复'])
      expect(names(['登记', '备案', line, '许可'].map((one) => `<p>${one}</p>`).join('')).flat()).not.toContain(line);
  });

  it('are none on an empty page', () => expect(names('')).toEqual([]));

  it('are chosen by a rule, plain lines last', () => {
    const accept = (list: readonly string[]) => (list.includes('登记') ? list : null);
    expect(longestListed({ marked: [['登记', '备案']], plain: [['登记', '备案', '许可']] }, accept)).toHaveLength(2);
    expect(longestListed({ marked: [['备案']], plain: [['登记', '备案', '许可'], ['登记']] }, accept)).toHaveLength(3);
    expect(longestListed({ marked: [], plain: [['备案']] }, accept)).toEqual([]);
  });

  it('stay fast on long texts', () => {
    const start = threadTime();
    names(`<pre>${'甲 \n'.repeat(60_000)}</pre>`);
    expect(threadTime() - start).toBeLessThan(3000);
  });
});
