// Everything works without this file. It saves a reload where a page can follow what happens.

/** A form that only filters is sent when a choice changes. */
for (const form of document.querySelectorAll('form[data-instant]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit();
  });
}

/** Parts of a page that follow a stream: each event names an element by its id and brings its text. */
for (const root of document.querySelectorAll('[data-stream]')) {
  const stream = new EventSource(root.dataset.stream);
  stream.addEventListener('replace', (event) => {
    const { id, html } = JSON.parse(event.data);
    const target = document.getElementById(id);
    if (target !== null && root.contains(target)) target.innerHTML = html;
  });
  stream.addEventListener('prepend', (event) => {
    const { id, html } = JSON.parse(event.data);
    const target = document.getElementById(id);
    if (target !== null && root.contains(target)) target.insertAdjacentHTML('afterbegin', html);
  });
  stream.addEventListener('end', () => stream.close());
}

/**
 * Single keys of a page: a key presses the button or follows the link that names it. Never while a
 * field has the focus or another key is held, and only where the page names keys.
 */
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const { target } = event;
  if (target instanceof Element && target.closest('input, select, textarea, button, a, summary, [contenteditable]'))
    return;
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (named === null) return;
  event.preventDefault();
  named.click();
});
