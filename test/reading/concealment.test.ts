import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { threadTime } from '../thread-time.ts';

const url = 'http://www.anhe.gov.cn/bz/';
const read = (body: string): Page =>
  readPage(capture({ url }), `<html><body><h1>帮助</h1>${body}</body></html>`, knowledge());
const box = (attributes: string): string =>
  `<div ${attributes}>本网站如何保护您的信息<a href="/yszc.html">全文</a></div>`;

describe('what the markup hides and a control shows', () => {
  it.each([
    ['by its style', `<a href="javascript:document.getElementById('tk').style.display='block'">须知</a>`],
    ['by a function', '<span onclick="popup(&quot;tk&quot;)">须知</span>'],
    ['by a selector', `<button onclick="$('#tk').toggle()">须知</button>`],
    ['by an anchor', '<a data-toggle="tab" href="#tk">须知</a>'],
    ['by a target', '<button data-bs-target="#tk">须知</button>'],
    ['as what it controls', '<button aria-controls="tk">须知</button>'],
  ])('is read when it is shown %s', (_, control) => {
    for (const hidden of ['id="tk" style="display: none"', 'id="tk" hidden']) {
      const page = read(`<p>${control}</p>${box(hidden)}`);
      expect(page.text).toContain('本网站如何保护您的信息');
      expect(page.links.map(({ label }) => label)).toContain('全文');
      expect(page.hiddenLinks).toEqual([]);
    }
  });

  it('is read when it is a further pane beside one that is shown', () => {
    const panes = `<div class="pane on">字号的大小</div>${box('class="pane" style="display:none"')}`;
    expect(read(`<ul><li>字号</li><li>信息</li></ul>${panes}`).text).toContain('本网站如何保护您的信息');
  });
});

describe('what the markup hides for good', () => {
  it.each([
    ['nothing shows it', box('id="tk" style="display:none"')],
    ['another one is shown', `<a onclick="show('other')">须知</a>${box('id="tk" hidden')}`],
    ['the pane before it is another kind', `<div class="list">一</div>${box('class="empty" style="display:none"')}`],
    ['it has no class', `<div>一</div>${box('style="display:none"')}`],
    ['a class tells its state alone', `<div class="on">一</div>${box('class="hide" style="display:none"')}`],
    [
      'a script alone knows of it',
      `<script>document.getElementById('tk').style.display='none'</script>${box('id="tk" hidden')}`,
    ],
    [
      'the box around it stays hidden',
      `<a href="#tk">须知</a><div style="display:none">${box('id="tk" hidden')}</div>`,
    ],
  ])('is not read: %s', (_, body) => {
    const page = read(body);
    expect(page.text).not.toContain('本网站如何保护您的信息');
    expect(page.hiddenLinks.map(({ label }) => label)).toEqual(['全文']);
  });

  it('costs no more than its length, however many controls and panes there are', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `<div class="p${at}" onclick="a('b${at}')" hidden>x</div>`);
    const started = threadTime();
    read(many.join(''));
    expect(threadTime() - started).toBeLessThan(4000);
  });

  it('is nothing in an empty document', () => expect(readPage(capture({ url }), '', knowledge()).text).toBe(''));
});
