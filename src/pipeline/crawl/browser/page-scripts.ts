/**
 * What runs inside a page that is read once its scripts have settled. Text, not functions: it is
 * code of another world. Whatever comes back has passed through the page's own scripts and is
 * checked by the caller.
 */

const common = String.raw`
  const fold = (text) => String(text || '').replace(/\s+/g, ' ').trim();
  const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
`;

/**
 * Marks elements whose address a click is to tell; `snapshotScript` writes it, `clickScript` reads
 * what it stands for.
 */
export const clickMark = 'data-to-click';

/** Marks those of them whose markup does not even say that they act on a click. */
export const heardMark = 'data-heard-click';

/**
 * An expression for a promise of how many menus the pointer was led over: many put their entries
 * into the page only then. What such a menu takes away again stays noted for the snapshot.
 */
export function hoverScript(most: number): string {
  return `(async () => {${common}
    const bars = 'nav,header,[role=navigation],[role=menubar],[role=tablist],[class*=nav i],[id*=nav i],[class*=menu i],[id*=menu i],[class*=tab i],[id*=tab i]';
    const items = [];
    for (const item of document.querySelectorAll('li,dt,a,[role=menuitem],[role=tab]')) {
      if (items.length >= ${most}) break;
      const bar = item.parentElement && item.parentElement.closest(bars);
      // The entries that a menu shows at once, not those that stand in it.
      if (!bar || (item.tagName === 'A' && item.closest('li,dt')) || (item.parentElement.closest('li') && bar.contains(item.parentElement.closest('li')))) continue;
      if (fold(item.textContent).length <= 400 && visible(item)) items.push(item);
    }
    const gone = [];
    const watch = new MutationObserver((changes) => {
      for (const { removedNodes } of changes) for (const node of removedNodes)
        if (node.nodeType === 1 && gone.length < 200 && (node.matches('a[href]') || node.querySelector('a[href]'))) gone.push(node);
    });
    watch.observe(document.documentElement, { childList: true, subtree: true });
    for (const item of items) {
      for (const type of ['pointerover', 'mouseover']) item.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
      for (const type of ['pointerenter', 'mouseenter']) item.dispatchEvent(new MouseEvent(type, { bubbles: false, view: window }));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    watch.disconnect();
    window.__menusGone = gone.filter((node) => !node.isConnected);
    return items.length;
  })()`;
}

/** Finds `toClick`: elements that act on a click and tell nobody where they lead. */
const findScript = (most: number): string => `    const root = document.documentElement;
    if (!root) return null;
    const bare = (text) => fold(text).replace(/ /g, '').toLowerCase();
    const mostElements = 60000;
    /** Whether an element acts on a click and tells nobody where it leads. */
    const acts = (element) => {
      // A button outside of a form sends nothing by itself: it shows another part of the page.
      if (element.tagName === 'BUTTON') return !element.form && !/^(?:submit|reset)$/i.test(element.getAttribute('type') || '');
      const href = element.getAttribute('href');
      const script = (element.getAttribute('onclick') || '') + ' ' + (/^\\s*javascript:/i.test(href || '') ? href : '');
      if (/doPostBack|submit|['"\`](?:https?:)?\\/[\\w/]/i.test(script)) return false;
      if (element.tagName === 'A' && href !== null && !/^\\s*(?:javascript:|#|$)/i.test(href)) return false;
      if (element.tagName === 'A' && /^\\s*#!?\\/./.test(href || '')) return false;
      const empty = /^\\s*(?:javascript:)?\\s*(?:void\\s*\\(?\\s*0\\s*\\)?)?\\s*;?\\s*(?:return false;?)?\\s*$/i;
      if (!empty.test(script)) return true;
      const parent = element.parentElement;
      return getComputedStyle(element).cursor === 'pointer' && (element.tagName === 'A' || !parent || getComputedStyle(parent).cursor !== 'pointer');
    };
    const toClick = [];
    const names = new Map();
    for (const element of document.body ? document.body.querySelectorAll('a,button,[onclick],li,div,span,p,td,dd,dt,h3,h4,h5,[role=link],[role=button],[role=tab]') : []) {
      if (toClick.length >= ${most}) break;
      if (element.textContent.length > 200) continue;
      const name = bare(element.textContent) || bare(element.title) || bare((element.querySelector('img') || {}).alt);
      if (name.length < 2 || name.length > 40 || !visible(element) || !acts(element)) continue;
      if (element.closest('label,select,option,[contenteditable=true]') || element.parentElement.closest('button') || element.querySelector('a[href^="http"],a[href^="/"],input,textarea,select,button,form')) continue;
      if (element.parentElement.closest('a[href]') || toClick.some((one) => one.contains(element)) || never.some((word) => name.includes(word))) continue;
      const same = names.get(name) || 0;
      if (same >= 3) continue;
      names.set(name, same + 1);
      toClick.push(element);
    }`;

/**
 * Makes `copy`: the document with what is in frames of its origin and open shadow trees, and
 * `toClick` marked.
 */
const copyScript = `    const marks = new Map(toClick.map((element, index) => [element, index]));
    window.__toClick = toClick;
    const inert = document.implementation.createHTMLDocument('');
    const copyOf = (node) => inert.importNode(node, true);
    const copy = copyOf(root);
    let elements = 0;
    const work = [[root, copy, false]];
    while (work.length > 0 && elements < mostElements) {
      const [element, twin, absolute] = work.pop();
      elements += 1;
      const ones = [...element.children], twins = [...twin.children];
      for (let index = ones.length - 1; index >= 0; index--) if (twins[index]) work.push([ones[index], twins[index], absolute]);
      if (marks.has(element)) {
        twin.setAttribute('${clickMark}', String(marks.get(element)));
        if (element.tagName !== 'A' && !element.hasAttribute('onclick')) twin.setAttribute('${heardMark}', '');
      }
      if (absolute) for (const name of ['href', 'src', 'action']) {
        const own = element.getAttribute(name);
        if (own !== null && !/^\\s*(?:#|javascript:)/i.test(own) && typeof element[name] === 'string') twin.setAttribute(name, element[name]);
      }
      if (element.shadowRoot) {
        const inner = inert.createElement('div');
        for (const child of element.shadowRoot.children) {
          if (child.tagName === 'STYLE') continue;
          const childTwin = copyOf(child);
          inner.append(childTwin);
          work.push([child, childTwin, absolute]);
        }
        twin.append(inner);
      }
      if (element.tagName === 'IFRAME') {
        let body = null;
        // A frame of another origin does not let us look.
        try { body = element.contentDocument && element.contentDocument.body; } catch (error) { body = null; }
        if (body && body.tagName === 'BODY' && body.children.length > 0) {
          const inner = inert.createElement('div');
          for (const child of body.children) {
            if (child.tagName === 'SCRIPT') continue;
            const childTwin = copyOf(child);
            inner.append(childTwin);
            work.push([child, childTwin, true]);
          }
          twin.after(inner);
        }
      }
    }
    const gone = window.__menusGone || [];
    if (gone.length > 0 && copy.querySelector('body')) {
      const menus = inert.createElement('nav');
      for (const node of gone) menus.append(copyOf(node));
      copy.querySelector('body').append(menus);
    }`;

/**
 * An expression for \`{ html, clicks }\`: the document as it stands, with what is in frames of the
 * same origin and open shadow trees, and how many elements are marked to be clicked: such as do
 * something on a click, name no address that could be read, and have few words, none of them one of
 * \`never\`. Null for a document without an element.
 */
export function snapshotScript(options: { readonly clicks: number; readonly never: readonly string[] }): string {
  return `((never) => {${common}
${findScript(options.clicks)}
${copyScript}
    return { html: '<!DOCTYPE html>' + copy.outerHTML, clicks: toClick.length };
  })(${JSON.stringify(options.never.map((word) => word.replace(/\s+/g, '').toLowerCase()))})`;
}

/**
 * Takes from the page what would lead away from it; where it would have led is noted. Forms are
 * sent nowhere.
 */
export const stayScript = `(() => {
  window.__led = null;
  const note = (url) => { try { window.__led = new URL(String(url), document.baseURI).href; } catch (error) { /* It is no address. */ } };
  const nothing = () => undefined;
  window.open = (url) => {
    if (url && url !== 'about:blank') note(url);
    const location = { assign: note, replace: note, get href() { return ''; }, set href(url) { note(url); } };
    return { get location() { return location; }, set location(url) { note(url); }, document: { write: nothing, close: nothing }, focus: nothing, close: nothing, opener: null };
  };
  HTMLFormElement.prototype.submit = nothing;
  HTMLFormElement.prototype.requestSubmit = nothing;
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () { if (this.tagName === 'A' && /^https?:/.test(this.href) && !this.isConnected) note(this.href); else click.call(this); };
  addEventListener('submit', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
  window.__clickOn = (element) => click.call(element);
  window.print = nothing;
})()`;

/** An expression for whether the element with a mark is still there and was clicked. */
export function clickScript(mark: number): string {
  return `(() => {
    window.__led = null;
    const element = (window.__toClick || [])[${mark}];
    if (!element || !element.isConnected) return false;
    window.__clickOn(element);
    return true;
  })()`;
}

/** An expression for where the last click would have led; null as long as it leads nowhere. */
export const ledScript = 'window.__led';

/**
 * Source of a script that takes away what pages can ask with past every route, so that nobody could
 * judge it: rules of what to load beforehand, workers that several pages share, links to downloads.
 */
export const withoutBypasses = `delete globalThis.SharedWorker;
new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if (node instanceof HTMLScriptElement && node.type.trim().toLowerCase() === 'speculationrules') node.remove();
}).observe(document, { childList: true, subtree: true });
addEventListener('click', (event) => {
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest('[download]')) event.preventDefault();
}, true);
{
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (this.isConnected || !this.hasAttribute('download')) click.call(this);
  };
}`;
