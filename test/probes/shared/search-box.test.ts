import { describe, expect, it } from 'vitest';
import { searchBoxOf } from '../../../src/probes/shared/search-box.ts';
import { readPage } from '../../../src/reading/read-page.ts';
import { capture } from '../captures.ts';
import { knowledge } from '../knowledge.ts';

/** Whether the first input of the markup is a search box. */
function isBox(html: string): boolean {
  const page = readPage(capture({ url: 'http://www.anhe.gov.cn/' }), html, knowledge());
  const [form] = page.forms;
  return form !== undefined && searchBoxOf(page, form, knowledge()) !== null;
}

describe('an input without form and button', () => {
  const opens = `onkeydown="if(event.key==='Enter')location.href='/q/?w='+encodeURIComponent(this.value)"`;

  it('is a search box if its key handler opens what was typed and its place is named so', () => {
    expect(isBox(`<div class="search"><input id="k" ${opens}></div>`)).toBe(true);
  });

  it('is none with one of the signs', () => {
    expect(isBox(`<div class="top"><input id="k" ${opens}></div>`)).toBe(false);
    expect(isBox('<div class="search"><input id="k" onkeydown="check(this)"></div>')).toBe(false);
    expect(isBox(`<div class="search"><input id="k" ${opens} placeholder="办件编号"></div>`)).toBe(false);
    expect(isBox('')).toBe(false);
  });
});
