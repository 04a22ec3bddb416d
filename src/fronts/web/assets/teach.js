/**
 * Beside words that somebody selects in a mail stands a button that sends them to the dictionaries. Without this file the same form is
 * below the mail.
 */
(() => {
  const bar = document.getElementById('selection-bar');
  const field = () => document.getElementById('teach-words'); // another one when hidden words are shown
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
})();
