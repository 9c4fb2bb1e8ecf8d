import { load } from 'cheerio';

/** A command and what it printed. */
export interface Shown {
  readonly command: string;
  readonly output: string;
}

const style = `
body { margin: 0; background: #fff; }
main { display: inline-block; padding: 18px 22px; background: #1b2330; color: #e6edf3; border-radius: 8px; }
pre { margin: 0; font: 15px/1.45 'Noto Sans Mono CJK SC', 'WenQuanYi Zen Hei Mono', monospace; white-space: pre-wrap; width: 104ch; }
pre.command { margin-top: 0.7em; }
pre.command:first-child { margin-top: 0; }
.command { color: #7ee0a1; }`;

/** A page that looks like a terminal in which commands were run. */
export function terminalPage(shown: readonly Shown[]): string {
  const $ = load('<!doctype html><html lang="zh"><head><meta charset="utf-8"></head><body><main></main></body></html>');
  $('head').append($('<style></style>').text(style));
  for (const { command, output } of shown) {
    $('main').append($('<pre class="command"></pre>').text(`$ ${command}`), $('<pre></pre>').text(output));
  }
  return $.html();
}
