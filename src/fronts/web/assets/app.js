/**
 * Keys, and renewing a claim while someone looks. Everything here only presses what is on the page already: without
 * this file the same links, buttons and fields are there for a mouse, a finger or Tab.
 *
 * An element with `data-key="x"` is what the key x presses: a link is followed, a button pressed, a field chosen.
 * Elements with `data-step` and marked words are what j and k walk through.
 */
(() => {
  const TYPING = 'textarea, select, input:not([type="radio"], [type="checkbox"])';
  const STEPS = '[data-step], mark a';

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.isComposing || event.altKey) return;
    if (key === 'Enter' && target.matches('.tick')) return event.preventDefault(); // else its form's first button is pressed
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit(event);
    if (event.ctrlKey || event.metaKey || document.body.dataset.keys !== 'on') return;
    if (document.querySelector('dialog[open]')) return;
    if (key === 'Escape') return leave(target);
    if (target.closest(TYPING)) return;
    if (key === 'x' && tickFocused()) return event.preventDefault();
    if (KEYS[key]) {
      event.preventDefault();
      KEYS[key]();
    } else {
      press(key, event);
    }
  });

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement?.closest(STEPS)?.click(),
    w: takeSelection,
    '?': () => document.getElementById('sheet').showModal(),
  };

  /** Presses the first element in sight that waits for this key. */
  function press(key, event) {
    const element = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(
      (one) => inSight(one) || inSight(one.closest('details.more')?.querySelector('summary')),
    );
    if (!element) return;
    if (element.closest('details.more')) element.closest('details.more').open = true;
    event.preventDefault();
    if (element.matches('summary')) return open(element.parentElement);
    element.focus({ preventScroll: element.matches('[data-veil]') });
    if (!element.matches(TYPING)) element.click();
  }

  const inSight = (one) => one?.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  /** Opens a way to decide and goes to its first field. What is beside the mail scrolls without moving the mail. */
  function open(details) {
    details.open = true;
    const pane = details.closest('.pane-decide');
    if (getComputedStyle(pane).overflowY === 'auto') pane.scrollTop = details.offsetTop;
    else details.scrollIntoView({ block: 'start' });
    details.querySelector('input, textarea')?.focus({ preventScroll: true });
  }

  function leave(target) {
    for (const menu of document.querySelectorAll('[data-menu][open]')) menu.open = false;
    const details = target.closest?.('details.way');
    target.blur?.();
    if (!details) return;
    details.open = false;
    details.querySelector('summary').focus();
  }

  function submit(event) {
    const form = event.target.closest('form');
    if (!form) return;
    event.preventDefault();
    // Below the list each field has its own buttons: another's would do something that nobody asked for.
    const within = form.matches('.together') ? event.target.closest('.together-way') : form;
    const button = event.target.closest('[type="submit"]') ?? within?.querySelector('[type="submit"]');
    if (within) form.requestSubmit(button); // the button may say something itself
  }

  function step(by) {
    const steps = [...document.querySelectorAll(STEPS)].filter((one) => one.checkVisibility());
    const here = document.activeElement;
    const at = steps.indexOf(here?.closest(STEPS) ?? here?.closest('.case-row')?.querySelector(STEPS));
    const next = steps[at < 0 ? (by > 0 ? 0 : steps.length - 1) : Math.min(Math.max(at + by, 0), steps.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  }

  /** Ticks the case of the list that has the focus, or takes the tick away. */
  function tickFocused() {
    const tick = document.activeElement?.closest('.case-row')?.querySelector('.tick');
    tick?.click();
    return Boolean(tick);
  }

  /** The words someone selected in a mail become missed words of the approval. */
  function takeSelection() {
    const selection = getSelection();
    const words = selection.toString().trim();
    const field = document.getElementById('approve-missed');
    const from = selection.anchorNode?.parentElement;
    if (!field || words === '' || words.includes('\n') || !from?.closest('.words, h1')) return;
    field.value = [...field.value.split('\n').filter(Boolean), words].join('\n');
    field.closest('details.more').open = true;
    open(field.closest('details.way'));
    field.focus();
  }

  // A link into a way opens it in every browser; the first field then has the focus.
  for (const link of document.querySelectorAll('.action-bar a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(document.querySelector(link.getAttribute('href')).closest('details'));
    });
  }

  showPressing();
  document.addEventListener('htmx:finally:swap', showPressing); // after htmx has set the title

  /** How many open cases cannot wait, as the list says: in the title, on the icon, and on the app's own badge where there is one. */
  function showPressing() {
    const list = document.querySelector('[data-pressing]');
    if (!list) return;
    const count = Number(list.dataset.pressing);
    const title = document.title.replace(/^\(\d+\) /, '');
    const said = count > 0 ? `(${count}) ${title}` : title;
    if (document.title !== said) document.title = said;
    const icon = document.querySelector('link[rel="icon"]');
    const wanted = count > 0 ? icon.dataset.waiting : icon.dataset.calm;
    if (icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted);
    navigator.setAppBadge?.(count).catch(() => {}); // 0 takes it away
  }

  // Acts are found by typing a part of their name or reading; Enter ticks the first that is left, or takes its tick away.
  for (const finder of document.querySelectorAll('[data-find]')) {
    const [field, first] = [finder.querySelector('input'), finder.querySelector('[data-none]')];
    const options = [...finder.closest('fieldset').querySelectorAll('[data-found]')];
    const plain = (text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
    const find = () => {
      const sought = plain(field.value).trim();
      for (const one of options) one.hidden = !plain(one.dataset.found).includes(sought);
      const left = options.filter((one) => !one.hidden);
      first.textContent = sought === '' ? '' : (left[0]?.textContent ?? first.dataset.none);
      if (sought !== '') for (const one of left) one.closest('details:not(.way, .more)')?.setAttribute('open', '');
      return sought === '' ? null : (left[0] ?? null);
    };
    finder.hidden = false;
    field.addEventListener('input', find);
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || field.value === '') return;
      event.preventDefault();
      find()?.querySelector('input').click();
      field.value = '';
      find();
    });
  }

  const claim = document.querySelector('[data-claim]');
  if (claim) keepClaim(claim);

  /** Renews the claim every minute, as long as the page is in sight and someone has done something lately. */
  function keepClaim(notice) {
    const EVERY = 60_000;
    const LATELY = 5 * 60_000;
    let seen = Date.now();
    for (const sign of ['keydown', 'pointermove', 'pointerdown', 'scroll', 'focus'])
      addEventListener(sign, () => (seen = Date.now()), { passive: true, capture: true });
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible' || Date.now() - seen > LATELY) return;
      const answer = await fetch(notice.dataset.claim, { method: 'POST' }).catch(() => null);
      if (answer?.status !== 409) return;
      clearInterval(timer);
      const lost = notice.querySelector('[data-lost]');
      lost.textContent = (await answer.text()) || lost.textContent;
      lost.hidden = false;
    }, EVERY);
  }

  document.addEventListener('click', (event) => {
    const veil = event.target.closest('[data-veil]');
    if (veil && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      turnVeil(veil);
    }
    for (const menu of document.querySelectorAll('[data-menu][open]'))
      if (!menu.contains(event.target)) menu.open = false;
  });

  /** Shows or hides words where they stand: the mail comes anew, nothing moves, and a form beside it keeps what was written. */
  async function turnVeil(link) {
    const answer = await fetch(link.href).catch(() => null);
    const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : '', 'text/html');
    const mail = page.getElementById('case-mail');
    if (!mail) return location.assign(link.href);
    const now = document.getElementById('case-mail');
    const folds = (within) => [...within.querySelectorAll('details')];
    for (const [i, fold] of folds(now).entries()) if (folds(mail)[i]) folds(mail)[i].open = fold.open;
    const PLACES = '.case-head, .mail-head, .block, .mail';
    const place = [...now.querySelectorAll(PLACES)].findLastIndex(
      (one) => one.getBoundingClientRect().top <= innerHeight / 2,
    );
    const top = (within) => within.querySelectorAll(PLACES)[place]?.getBoundingClientRect().top ?? 0;
    const before = top(now);
    now.replaceWith(mail);
    window.htmx?.process(mail);
    scrollBy({ top: top(mail) - before, behavior: 'instant' });
    mail.querySelector('[data-veil]')?.focus({ preventScroll: true });
  }

  // What can be copied has a button; without this file its text can be selected.
  for (const button of document.querySelectorAll('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener('click', async () => {
      field.select();
      const copied = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
        () => true,
        () => document.execCommand('copy'), // where the page is not served over HTTPS
      );
      if (copied) button.textContent = button.dataset.copied;
    });
  }

  // The first field that is wrong is where a person goes on.
  document
    .querySelector('details.way[open] .error')
    ?.closest('fieldset, .field')
    ?.querySelector('input, textarea')
    ?.focus();
})();
