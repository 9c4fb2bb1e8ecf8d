/**
 * Source of functions that run inside a page. Plain JavaScript: what a page has done to its own
 * globals is its own affair.
 */

/** What both finders know of elements. */
const common = String.raw`
  const visible = (element) => {
    if (element.getClientRects().length === 0) return false;
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && style.display !== 'none';
  };
  const bare = (text) => String(text || '').replace(/\s+/g, '').toLowerCase();
  const words = (element) => bare([element.innerText, element.value, element.title, element.getAttribute('aria-label'), element.alt]
    .filter((text) => typeof text === 'string').join(' ')).slice(0, 60);
  const holds = (text, list) => list.some((word) => text.includes(bare(word)));
  const names = (element) => (element.id + ' ' + (element.getAttribute('class') || '') + ' ' + (element.getAttribute('name') || '')).slice(0, 200);
  const promptOf = (input) => bare([input.placeholder, input.title, input.getAttribute('aria-label'), input.getAttribute('data-placeholder')].join(' '));
  const typed = ['text', 'search', ''];
  const takesWords = (input) => {
    if (input.tagName === 'INPUT' && !typed.includes((input.getAttribute('type') || '').toLowerCase())) return false;
    return !input.disabled && !input.readOnly && visible(input);
  };
  const boxes = () => [...document.querySelectorAll('textarea,input,[contenteditable=""],[contenteditable=true],[role=textbox]')]
    .slice(0, 300).filter(takesWords);
  const buttonNear = (input, labels) => {
    let near = input.parentElement;
    for (let level = 0; near && level < 4; level++, near = near.parentElement) {
      const found = [...near.querySelectorAll('button,a,input[type=button],input[type=submit],input[type=image],[onclick],[role=button],span,i,img,div')].slice(0, 200)
        .filter((element) => element !== input && !element.contains(input) && visible(element));
      let own = found.filter((element) => { const text = words(element); return text.length <= 8 && holds(text, labels); });
      if (own.length === 0) own = found.filter((element) => /(^|[^a-z])(send|submit|fasong|tijiao|search|sousuo)|(send|search)(btn|button)/i.test(names(element)));
      if (own.length > 0) return own.sort((a, b) => a.querySelectorAll('*').length - b.querySelectorAll('*').length)[0];
    }
    return null;
  };
  const secret = 'input[type=password],input[type=file]';
`;

/**
 * Finds the box of a search engine and the button that sends it. Argument: `{ buttons, field,
 * placeholder, letter }`. Gives `{ input, button, score }` or null. Hidden, disabled and read-only
 * boxes are no boxes, nor is what stands in a log-in or takes a letter.
 */
export const findSearchBox = `(function (wanted) {${common}
  let best = null;
  for (const input of boxes()) {
    if (input.form && input.form.querySelector(secret)) continue;
    const asked = (wanted.field && input.name === wanted.field) || (wanted.placeholder && input.placeholder === wanted.placeholder);
    if (!asked && holds(promptOf(input), wanted.letter)) continue;
    const button = buttonNear(input, wanted.buttons);
    let score = 0.5;
    if (wanted.field && input.name === wanted.field) score += 4;
    if (wanted.placeholder && input.placeholder === wanted.placeholder) score += 3;
    if (button) score += 1.5;
    if (input.tagName === 'TEXTAREA' || input.isContentEditable) score -= 1;
    if (best === null || score > best.score) best = { input, button, score, sure: true };
  }
  return best;
})`;

/**
 * Notes which boxes can be seen now, so that \`findChatBox\` tells those that a click brings up.
 */
export const noteBoxes = `(function () {${common}
  for (const input of boxes()) input.__seenBefore = true;
})`;

/**
 * Finds the field of a conversation and the button that sends it. Argument: \`{ send, buttons,
 * prompts, search, letter, greetings, clicked }\`. Gives \`{ input, button, score, sure }\` or
 * null; \`sure\`: what a robot has said can be seen. Signs add up: a button that sends, a prompt
 * for questions, an area for what was said, a greeting, names, and that a click on the robot's
 * entry brought it up. A search box, a log-in and whatever takes a letter, a complaint or a
 * registration is none, however it looks.
 */
export const findChatBox = `(function (wanted) {${common}
  const searchNames = /search|sousuo|jiansuo|keyword|query|(^|\\s)(q|qt|wd|kw|key|word|s)(\\s|$)/i;
  const chatNames = /chat|robot|talk|consult|question|dialog|kefu|znwd|(^|[^a-z])(im|qa|ask|wen|msg)([^a-z]|$)/i;
  const areaNames = /chat|msg|message|dialog|talk|convers|bubble|answer|reply|(^|[\\s_-])log([\\s_-]|$)/i;
  const said = bare(document.title) + [...document.querySelectorAll('h1,h2')].slice(0, 10).map((one) => bare(one.innerText).slice(0, 40)).join(' ');
  const parentOf = (one, other) => { let near = one; while (near && !(other && near.contains(other))) near = near.parentElement; return near || one.parentElement; };
  const isSearch = (input) => (input.getAttribute('type') || '') === 'search' || input.getAttribute('role') === 'searchbox'
    || searchNames.test(names(input)) || holds(promptOf(input), wanted.search);
  /**
   * The part of the page that asks for what the box takes: what belongs together stands in few
   * words.
   */
  const groupOf = (input, button) => {
    let group = button ? parentOf(input, button) : input.parentElement;
    for (let level = 0; level < 4 && group && group.parentElement && group.parentElement !== document.body; level++) {
      if ((group.parentElement.innerText || '').length > 1500) break;
      group = group.parentElement;
    }
    const form = input.form;
    return form && (form.innerText || '').length <= 1500 ? [group, form] : [group];
  };
  const takesLetter = (input, groups) => {
    if (holds(promptOf(input), wanted.letter)) return true;
    return groups.some((group) => {
      if (!group) return false;
      if ([...group.querySelectorAll(secret)].some(visible)) return true;
      const others = [...group.querySelectorAll('input,textarea,select,[contenteditable=true]')].filter((other) => {
        if (other === input || input.contains(other) || !visible(other)) return false;
        const type = other.tagName === 'INPUT' ? (other.getAttribute('type') || '').toLowerCase() : 'text';
        return ['', 'text', 'tel', 'email', 'number', 'date', 'radio'].includes(type) && !isSearch(other);
      });
      if (others.length > 0) return true;
      const labels = [...group.querySelectorAll('label,th,dt,legend,h1,h2,h3,h4')].slice(0, 60).map((one) => bare(one.innerText).slice(0, 20));
      return wanted.letter.filter((word) => labels.some((label) => label.includes(bare(word)))).length >= 2;
    });
  };
  /** Where what was said is shown: beside the box, a few levels up. */
  const areaNear = (input, button) => {
    let near = input.parentElement;
    for (let level = 0; near && level < 6; level++, near = near.parentElement) {
      const found = [...near.querySelectorAll('[role=log],[aria-live],[class],[id]')].slice(0, 400).some((element) =>
        element !== input && element !== button && !element.contains(input) && !['INPUT', 'TEXTAREA', 'BUTTON', 'A', 'FORM', 'LABEL', 'SCRIPT'].includes(element.tagName)
        && (element.getAttribute('role') === 'log' || (areaNames.test(names(element)) && !/login|catalog|logo/i.test(names(element)))));
      if (found) return true;
    }
    return false;
  };
  let best = null;
  for (const input of boxes()) {
    const prompt = promptOf(input);
    const button = buttonNear(input, [...wanted.send, ...wanted.buttons]);
    const label = button ? words(button) : '';
    const sends = button !== null && (holds(label, wanted.send) || /send|fasong/i.test(names(button)));
    const asks = holds(prompt, wanted.prompts);
    const area = areaNear(input, button);
    const groups = groupOf(input, button);
    const around = bare((groups[0] || input).innerText).slice(0, 4000);
    const greeted = holds(around, wanted.greetings) || (bare(document.body.innerText).length < 3000 && holds(bare(document.body.innerText), wanted.greetings));
    const searching = isSearch(input) || holds(label, wanted.search) || (button && /search|sousuo/i.test(names(button)))
      || input.closest('[role=search],form[class*=search i],form[id*=search i],form[action*=search i],[class*=search i],[id*=search i]') !== null;
    if (searching && !(sends && asks && (area || greeted))) continue;
    if (takesLetter(input, groups)) continue;
    if (!area && !greeted && holds(said, wanted.letter)) continue;
    const fresh = wanted.clicked && !input.__seenBefore;
    let score = 0;
    if (sends) score += 2;
    else if (button && !holds(label, wanted.search)) score += 1;
    if (asks) score += 1.5;
    if (area) score += 1.5;
    if (greeted) score += 1;
    if (chatNames.test(names(input)) || (input.parentElement && chatNames.test(names(input.parentElement)))) score += 1;
    if (fresh) score += 1;
    if (score >= 3 && (sends || area || greeted) && (best === null || score > best.score)) best = { input, button, score, sure: area || greeted };
  }
  return best;
})`;

/** The visible text of a document, cut to what is worth comparing. */
export const visibleText = `(document.body ? document.body.innerText : '').slice(0, 200000)`;

/** The smallest visible element whose words are the label given, or null. */
export const findByLabel = `(function (label) {
  var bare = label.replace(/\\s+/g, '');
  if (bare === '') return null;
  var all = document.querySelectorAll('a,button,[onclick],[role=button],img,div,span,li');
  for (var index = all.length - 1; index >= 0 && index > all.length - 5000; index--) {
    var element = all[index];
    var text = [element.title, element.alt, element.innerText].filter(function (one) { return typeof one === 'string'; });
    if (text.some(function (one) { return one.replace(/\\s+/g, '') === bare; }) && element.getClientRects().length > 0) return element;
  }
  return null;
})`;
