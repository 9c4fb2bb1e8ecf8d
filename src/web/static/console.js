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
  stream.addEventListener('append', (event) => {
    const { id, html } = JSON.parse(event.data);
    const target = document.getElementById(id);
    if (target !== null && root.contains(target)) target.insertAdjacentHTML('beforeend', html);
  });
  stream.addEventListener('end', () => stream.close());
}
