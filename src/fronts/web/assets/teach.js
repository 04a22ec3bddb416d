/**
 * Beside words that somebody selects in a mail stands a button that sends them to the dictionaries; the form opens beside the mail and
 * is left with Esc. Without this file the same form is below the mail, and leads to a page of its own.
 */
(() => {
  const bar = document.getElementById('selection-bar');
  const field = () => document.querySelector('#teach [name="words"]'); // another one when hidden words are shown
  const pane = document.getElementById('teach-pane');
  if (!bar) return;
  document.body.append(bar); // out of its fold
  bar.removeAttribute('id'); // its own stays with the mail, which may come anew

  /** The words that are selected within one mail; null: none. */
  function selected() {
    const selection = getSelection();
    const words = selection.toString().replace(/\s+/g, ' ').trim();
    const inMail = (node) => node?.parentElement?.closest('.words, h1');
    if (words === '' || words.length > field().maxLength) return null;
    return inMail(selection.anchorNode) && inMail(selection.focusNode) ? { selection, words } : null;
  }

  document.addEventListener('selectionchange', () => {
    const now = selected();
    bar.hidden = now === null;
    if (now === null) return;
    const { left, bottom } = now.selection.getRangeAt(0).getBoundingClientRect();
    bar.style.top = `${scrollY + bottom + 6}px`;
    bar.style.left = `${Math.max(8, Math.min(left, innerWidth - bar.offsetWidth - 8))}px`;
  });
  bar.addEventListener('pointerdown', (event) => event.preventDefault()); // the selection stays
  bar.querySelector('button').addEventListener('click', () => {
    field().value = selected()?.words ?? field().value;
  });

  if (!pane) return;
  document.addEventListener('htmx:finally:swap', () => {
    const title = pane.querySelector('h2');
    if (title === null || pane.contains(document.activeElement)) return;
    bar.hidden = true;
    title.tabIndex = -1; // heard first, and the next Tab is its first field
    title.focus({ preventScroll: true });
  });

  function leave(event) {
    event.preventDefault();
    pane.replaceChildren();
    document.querySelector('.teach summary')?.focus({ preventScroll: true });
  }
  pane.addEventListener('click', (event) => event.target.closest('[data-leave-teach]') && leave(event));
  addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && !event.isComposing && pane.firstChild && leave(event),
  );
})();
