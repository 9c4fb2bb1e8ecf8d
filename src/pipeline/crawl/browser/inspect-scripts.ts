/**
 * What runs inside an inspected page. Text, not functions: it is code of another world, where this
 * program's types, imports and globals do not exist. Whatever comes back has passed through the
 * page's own scripts and is checked by the caller.
 */

/**
 * An expression for the facts of the document (`PageFacts` without its address), null while there
 * is no body.
 */
export const factsScript = String.raw`(() => {
  const body = document.body, root = document.documentElement;
  if (!body || !root) return null;
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const fold = (text) => text.replace(/\s+/g, ' ').trim();
  const round = (size) => Math.round(size * 10) / 10;
  const seen = (element) => Number.parseFloat(getComputedStyle(element).fontSize) * (element.currentCSSZoom || 1);
  const known = new Map(), sizes = new Map();
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let nodes = 0; nodes < 20000 && walker.nextNode(); nodes++) {
    const characters = walker.currentNode.data.replace(/\s+/g, '').length, parent = walker.currentNode.parentElement;
    if (characters === 0 || !parent) continue;
    let size = known.get(parent);
    if (size === undefined) known.set(parent, size = shown(parent) ? round(seen(parent)) : 0);
    if (!(size > 0)) continue;
    length += characters;
    sizes.set(size, (sizes.get(size) || 0) + characters);
  }
  let letters = 0, passed = 0;
  for (const size of [...sizes.keys()].sort((a, b) => a - b)) {
    letters = size;
    passed += sizes.get(size);
    if (passed * 2 >= length) break;
  }
  const controls = 'a,button,[role=button],[onclick],input[type=button],select';
  const isBar = (element) => {
    const style = getComputedStyle(element);
    if (style.position !== 'fixed' && style.position !== 'sticky') return false;
    return element.getBoundingClientRect().width * 2 >= root.clientWidth && element.querySelectorAll(controls).length >= 3;
  };
  const bars = new Set(document.querySelectorAll('[role=toolbar]'));
  // A bar that floats over the page hangs near the top of the tree; looking at every element's
  // style would take too long.
  for (const outer of body.children) for (const element of [outer, ...outer.children]) if (isBar(element)) bars.add(element);
  const visible = [...bars].filter(shown);
  const tools = new Set();
  for (const bar of visible) for (const control of bar.querySelectorAll(controls)) {
    const name = fold(control.textContent || '') || control.title || control.value || '';
    if (name !== '') tools.add(String(name).slice(0, 20));
  }
  const classes = new Set([...root.classList, ...body.classList].map((name) => name.slice(0, 60)));
  const look = [root, body].map((element) => {
    const style = getComputedStyle(element);
    return [style.backgroundColor, style.color, style.lineHeight, style.zoom, style.filter].join(' ');
  }).join(' / ');
  return {
    letters, base: round(seen(body)), bars: visible.length, tools: [...tools].sort().slice(0, 60),
    classes: [...classes].sort().slice(0, 60), look, length,
  };
})()`;

/** An expression for how the document stands at the width that the window has now. */
export const layoutScript = `(() => {
  const body = document.body, root = document.documentElement;
  if (!body || !root) return null;
  const hidden = [root, body].some((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX));
  const overflow = hidden ? 0 : Math.max(0, Math.max(root.scrollWidth, body.scrollWidth) - root.clientWidth);
  const meta = document.querySelector('meta[name=viewport i]');
  return { overflow: Math.round(overflow), viewport: meta ? (meta.getAttribute('content') || '').slice(0, 200) : null };
})()`;

/**
 * An expression for the element of a control, null when the frame has none. An equal name goes
 * before an equal address.
 */
export function controlScript(text: string, address: string): string {
  return String.raw`(() => {
  const fold = (text) => String(text || '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  const name = fold(${JSON.stringify(text)}), address = ${JSON.stringify(address)};
  // Dead addresses, and the page's own, are those of every second link; they tell no control from
  // another.
  const telling = !/^javascript:\s*(?:void|;|$)|^#/i.test(address) && address !== '' && address !== location.href.split('#')[0];
  let best = null, bestScore = 0;
  const all = document.querySelectorAll('a,area,button,input,img,[onclick],[role],li,span,div,p,i,em,b,label,td');
  for (let index = 0; index < all.length && index < 20000; index++) {
    const element = all[index];
    const content = element.textContent || '';
    if (content.length > 400) continue;
    const picture = element.querySelector('img');
    const names = [content, element.title, element.getAttribute('aria-label'), element.alt, picture && picture.alt, picture && picture.title];
    if (element.tagName === 'INPUT') names.push(element.value);
    const same = name !== '' && names.some((text) => fold(text) === name);
    const leads = element.href !== undefined && (String(element.href).split('#')[0] === address || element.getAttribute('href') === address);
    if (!same && !(leads && telling)) continue;
    const acts = element.matches('a,area,button,input,[onclick],[role=button],[role=link]');
    const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const score = (same ? 8 : 0) + (leads && telling ? 4 : 0) + (acts ? 2 : 0) + (visible ? 1 : 0) + index / 1e6;
    if (score > bestScore) { best = element; bestScore = score; }
  }
  return best;
})()`;
}

/**
 * An expression for a promise of the elements that break a rule of serious or critical impact.
 * Needs axe-core in the page.
 */
export const violationsScript = `(async () => {
  const result = await axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
    resultTypes: ['violations'], iframes: false, preload: false, elementRef: false, selectors: false,
  });
  const serious = result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return { serious: serious.reduce((sum, { nodes }) => sum + nodes.length, 0), rules: serious.map(({ id }) => id).sort() };
})()`;
