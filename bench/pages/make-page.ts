/** Pages of a host unless said otherwise; every one is linked from the others. */
export const pagesPerHost = 30;

/** Links of a page of real weight, a fifth of which lead to other hosts; a light one has room for fewer. */
const linksPerPage = 120;
const linksPerLightPage = 36;
const lightPage = 40_000;

/** A repeatable sequence of numbers from 0 to 1 (Numerical Recipes' linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Makes the bodies of pages with menu, dated lists, paragraphs and tables, as portals have them. */
export class PageMaker {
  readonly #alphabet: readonly string[];
  readonly #hosts: number;
  readonly #bytes: number;
  readonly #pages: number;

  /**
   * @param alphabet characters of which words and sentences consist
   * @param bytes length of a page in UTF-8
   * @param pages pages of a host, at most 30
   */
  constructor(alphabet: readonly string[], hosts: number, bytes: number, pages: number) {
    this.#alphabet = alphabet;
    this.#hosts = hosts;
    this.#bytes = bytes;
    this.#pages = pages;
  }

  /** The document after `</title>`: the same for all hosts. */
  body(page: number): string {
    const next = numbers(page * 7919 + 17);
    const upTo = (limit: number): number => Math.floor(next() * limit);
    const text = (length: number): string =>
      Array.from({ length }, () => this.#alphabet[upTo(this.#alphabet.length)] ?? '').join('');
    const link = (at: number): string =>
      at % 5 === 4 ? `http://${hostName(upTo(this.#hosts))}/` : `/p/${upTo(this.#pages)}.html`;
    const menuEntries = this.#pages - 1;
    const links = this.#bytes < lightPage ? linksPerLightPage : linksPerPage;
    const [second, third] = [Math.round(links * 0.4), Math.round(links * 0.7)];
    const menu = Array.from({ length: menuEntries }, (_, at) => `<li><a href="/p/${at + 1}.html">${text(4)}</a></li>`);
    const item = (at: number): string => {
      const title = text(12 + upTo(16));
      const day = `2026-0${1 + (at % 9)}-1${at % 10}`;
      return `<li class="item"><span class="date">${day}</span><a href="${link(at)}" title="${title}" target="_blank">${title}</a></li>\n`;
    };
    const list = (from: number, to: number): string =>
      `<div class="col"><h3><span>${text(5)}</span></h3><ul class="list">${Array.from({ length: to - from }, (_, at) => item(from + at)).join('')}</ul></div>`;
    const start =
      '<link rel="stylesheet" href="/static/main.css"></head><body><div id="wrap">' +
      `<div class="header"><h1>${text(8)}</h1><ul class="nav">${menu.join('')}</ul></div><div class="main">` +
      `${list(menuEntries, second)}${list(second, third)}${list(third, links)}<div class="article" id="content">`;
    const end = `</div></div><div class="footer"><p>${text(20)} 12345678</p></div></div><script>var config={page:${page},options:{a:1,b:[1,2,3]}};</script></body></html>`;
    const parts: string[] = [];
    let length = Buffer.byteLength(start) + Buffer.byteLength(end);
    while (length < this.#bytes) {
      const part = this.#block(parts.length, text, upTo);
      parts.push(part);
      length += Buffer.byteLength(part);
    }
    return `${start}${parts.join('')}${end}`;
  }

  #block(at: number, text: (length: number) => string, upTo: (limit: number) => number): string {
    if (at % 7 === 3)
      return `<table border="0" cellspacing="0"><tbody><tr><td style="width:20%">${text(6)}</td><td>${text(30)}</td></tr><tr><td>${text(6)}</td><td>${text(20)}</td></tr></tbody></table>\n`;
    if (at % 11 === 5) return `<p style="text-align:center"><img src="/img/${at % 4}.png" alt="${text(6)}"></p>\n`;
    return `<p style="text-indent:2em;line-height:1.75em"><span style="font-size:16px">${text(60 + upTo(120))}，${text(20)}。</span></p>\n`;
  }
}

/** Name of a host behind the farm's proxy; its direct address is `hostAddress`. */
export function hostName(host: number): string {
  return `www.host${host}.gov.example`;
}

/** Loopback address of a host (Linux answers on all of 127.0.0.0/8). */
export function hostAddress(host: number): string {
  return `127.0.${1 + Math.floor(host / 250)}.${1 + (host % 250)}`;
}
