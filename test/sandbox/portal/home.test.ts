import { describe, expect, it } from 'vitest';
import { portalFamilies } from '../../../src/sandbox/portal/index.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import { bareTruth, townOf } from '../towns.ts';
import { ask, internalLinks, read, textOf } from './ask-portal.ts';

const headers = ['markup', 'script', 'frame', 'shell'] as const;
const encodings = ['utf-8', 'gb18030', 'utf-16le'] as const;

describe('home pages', () => {
  it('come in at least twelve families with addresses and markup of their own', () => {
    expect(portalFamilies.length).toBeGreaterThanOrEqual(12);
    const shapes = new Set<string>();
    for (const portal of portalFamilies) {
      const page = read(townOf({ style: { portal } }), '/');
      shapes.add(
        `${/class="([\w-]+)/.exec(page)?.[1]} ${internalLinks(townOf({ style: { portal } }), page)
          .find((path) => /\d{7,}|[0-9a-f]{32}/.test(path))
          ?.replace(/\d/g, '9')}`,
      );
    }
    expect(shapes.size).toBe(portalFamilies.length);
  });

  it('resolve every internal link in every family, header mode and encoding', () => {
    portalFamilies.forEach((portal, index) => {
      for (const header of [headers[index % 4], headers[(index + 1 + (index >> 2)) % 4]]) {
        if (header === undefined) throw new Error('no header mode');
        const seed = 100 + index * 7 + header.length;
        const encoding = encodings[(index + header.length) % 3];
        if (encoding === undefined) throw new Error('no encoding');
        const town = townOf({ style: { portal, header, seed, encoding } });
        const texts = [read(town, '/')];
        for (const path of internalLinks(town, texts[0] ?? '')) {
          const reply = ask(town, path);
          expect(reply, `${portal} ${header} ${path}`).not.toBeNull();
          if (/\.js$/.test(path) || (header === 'frame' && texts[0]?.includes(`<iframe src="${path}"`)))
            texts.push(textOf(town, reply));
        }
        if (header === 'shell') texts.push(read(town, '/gateway/front/page/content?route=%2F'));
        for (const text of texts)
          for (const path of internalLinks(town, text.replaceAll('\\"', '"').replaceAll("\\'", "'")))
            if (!path.includes("'")) expect(ask(town, path), `${portal} ${header} ${path}`).not.toBeNull();
      }
    });
  });

  it('are as large and as full of links as real ones', () => {
    for (const portal of portalFamilies) {
      const page = read(townOf({ style: { portal } }), '/');
      expect(page.length).toBeGreaterThan(10_000);
      expect(page.length).toBeLessThan(60_000);
      const links = page.match(/<a\b/gi)?.length ?? 0;
      expect(links).toBeGreaterThan(80);
      expect(links).toBeLessThan(220);
    }
  });

  it('are the same for the same town and differ between seeds', () => {
    const one = read(townOf({ style: { seed: 5 } }), '/');
    expect(read(townOf({ style: { seed: 5 } }), '/')).toBe(one);
    expect(read(townOf({ style: { seed: 6 } }), '/')).not.toBe(one);
  });

  it('keep header and footer out of the markup where the town writes them elsewhere', () => {
    expect(read(townOf({ style: { header: 'markup' } }), '/')).toContain('网站标识码');
    for (const header of ['script', 'frame', 'shell'] as const) {
      const town = townOf({ style: { header } });
      expect(read(town, '/')).not.toContain('网站标识码');
      const parts = internalLinks(town, read(town, '/')).map((path) => textOf(town, ask(town, path)));
      if (header === 'shell') parts.push(read(town, '/gateway/front/page/content?route=%2F'));
      expect(parts.join('\n')).toContain('网站标识码');
    }
    expect(read(townOf({ style: { header: 'shell' } }), '/')).not.toContain('<a ');
  });

  it('are sent in the bytes of the town, labelled or not', () => {
    for (let seed = 1; seed < 12; seed++) {
      const wide = townOf({ style: { encoding: 'utf-16le', seed } });
      const reply = ask(wide, '/');
      expect(Buffer.isBuffer(reply?.body) && reply.body.subarray(0, 2).toString('hex')).toBe('fffe');
      expect(textOf(wide, reply)).toContain('gb2312');
      const old = townOf({ style: { encoding: 'gb18030', seed } });
      const text = read(old, '/');
      expect(text).toContain('成都');
      expect(text).not.toContain('\ufffd');
      expect(text).not.toMatch(/charset="?utf/i);
    }
    const labels = Array.from({ length: 30 }, (_, seed) =>
      read(townOf({ style: { encoding: 'gb18030', seed } }), '/').includes('charset='),
    );
    expect(labels).toContain(true);
    expect(labels).toContain(false);
  });

  it('say the same in every encoding', () => {
    const plain = (encoding: (typeof encodings)[number]) =>
      read(townOf({ style: { encoding, seed: 9 } }), '/').replace(/^[\s\S]*?<body>/, '');
    expect(plain('gb18030')).toBe(plain('utf-8'));
    expect(plain('utf-16le')).toBe(plain('utf-8'));
  });

  it('write scripts in GBK under pages in UTF-8, and say so where a browser needs it', () => {
    let found = 0;
    for (let seed = 0; seed < 60; seed++) {
      const town = townOf({ style: { header: 'script', seed } });
      const page = read(town, '/');
      const path = /<script type="text\/javascript" src="([^"]+)" charset="gbk"/.exec(page)?.[1];
      if (path === undefined) continue;
      found++;
      const body = ask(town, path)?.body;
      if (!Buffer.isBuffer(body)) throw new Error('no bytes');
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
      expect(textOf(town, ask(town, path))).toContain('成都市');
    }
    expect(found).toBeGreaterThan(0);
  });

  it('hold bait that is not the thing itself', () => {
    let consult = 0;
    for (let seed = 0; seed < 30; seed++) {
      const bare = townOf({ style: { seed } }, bareTruth);
      const page = read(bare, '/');
      if (/tencent:\/\/|wpa\.qq\.com|微信咨询|class="znwd"/.test(page)) consult++;
      const portal = portalOf(bare);
      expect(read(bare, portal.columnPath('news-bureau'))).toContain('隐私政策');
      expect(read(bare, portal.columnPath('notice'))).toContain('搜索引擎');
      expect(read(bare, portal.columnPath('bulletin'))).toContain('统计公报');
    }
    expect(consult).toBeGreaterThan(10);
  });

  it('take well under a millisecond to write', () => {
    const towns = portalFamilies.flatMap((portal, index) =>
      Array.from({ length: 8 }, (_, seed) => townOf({ style: { portal, seed: seed + index * 50 } })),
    );
    for (const town of towns.slice(0, 20)) ask(town, '/');
    const start = process.cpuUsage();
    for (const town of towns) ask({ ...town }, '/');
    expect(process.cpuUsage(start).user / 1000 / towns.length).toBeLessThan(3);
  });

  it('answer null for what is not there', () => {
    const town = townOf();
    for (const path of [
      '/nothing/',
      '/col/col99999/index.html',
      '/a.pdf',
      '/zwyw/index_9999.html',
      '/was5/web/search',
      '/%E4%B8%AD',
      '/../etc',
    ])
      expect(ask(town, path), path).toBeNull();
    const bare = townOf({}, bareTruth);
    for (const path of internalLinks(bare, read(bare, '/'))) expect(ask(bare, path), path).not.toBeNull();
  });
});
