/** Source of functions that run inside a page. Plain JavaScript: what a page has done to its own globals is its own affair. */

/**
 * Finds the box that takes a question and the button that sends it. Argument: `{ prompts, buttons, field, placeholder, search }`. Gives
 * `{ input, button, score }` or null. Hidden, disabled and read-only boxes are no boxes.
 */
export const findBox = `(function (wanted) {
  function visible(element) {
    if (element.getClientRects().length === 0) return false;
    var style = getComputedStyle(element);
    return style.visibility !== 'hidden' && style.display !== 'none';
  }
  function words(element) {
    return [element.innerText, element.value, element.title, element.getAttribute('aria-label'), element.alt]
      .filter(function (text) { return typeof text === 'string'; }).join(' ').replace(/\\s+/g, '').slice(0, 60);
  }
  function holds(text, list) {
    text = text.toLowerCase();
    return list.some(function (word) { return text.indexOf(word.toLowerCase().replace(/\\s+/g, '')) >= 0; });
  }
  function names(element) { return (element.id + ' ' + element.className).slice(0, 200); }
  function buttonNear(input) {
    var near = input.parentElement;
    for (var level = 0; near && level < 4; level++, near = near.parentElement) {
      var found = Array.prototype.slice.call(near.querySelectorAll('button,a,input[type=button],input[type=submit],input[type=image],[onclick],[role=button],span,i,img,div'), 0, 200)
        .filter(function (element) { return element !== input && !element.contains(input) && visible(element); });
      var own = found.filter(function (element) { var text = words(element); return text.length <= 8 && holds(text, wanted.buttons); });
      if (own.length === 0)
        own = found.filter(function (element) { return /(^|[^a-z])(send|submit|fasong|tijiao|search|sousuo)|(send|search)(btn|button)/i.test(names(element)); });
      if (own.length > 0) return own.sort(function (a, b) { return a.querySelectorAll('*').length - b.querySelectorAll('*').length; })[0];
    }
    return null;
  }
  var boxes = document.querySelectorAll('textarea,input,[contenteditable=""],[contenteditable=true],[role=textbox]');
  var best = null;
  for (var index = 0; index < boxes.length && index < 300; index++) {
    var input = boxes[index];
    if (input.tagName === 'INPUT' && ['text', 'search', ''].indexOf((input.getAttribute('type') || '').toLowerCase()) < 0) continue;
    if (input.disabled || input.readOnly || !visible(input)) continue;
    var prompt = [input.placeholder, input.title, input.getAttribute('aria-label'), input.getAttribute('data-placeholder')].join(' ');
    var button = buttonNear(input);
    var score = 0.5;
    if (wanted.field && input.name === wanted.field) score += 4;
    if (wanted.placeholder && input.placeholder === wanted.placeholder) score += 3;
    if (holds(prompt, wanted.prompts)) score += 2;
    if (button) score += 1.5;
    if (input.tagName === 'TEXTAREA' || input.isContentEditable) score += wanted.search ? -1 : 1;
    if (/chat|msg|question|wen|ask|talk/i.test(names(input))) score += wanted.search ? 0 : 1;
    if (!wanted.search && /search|keyword|sousuo|^(q|qt|wd)$/i.test(names(input) + ' ' + (input.name || ''))) score -= 1;
    if (best === null || score > best.score) best = { input: input, button: button, score: score };
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
