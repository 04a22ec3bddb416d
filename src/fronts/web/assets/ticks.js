/** What ticking cases of the list takes beyond the boxes themselves. */
(() => {
  // With Shift all ticks from the last one to this one become as this one is.
  let lastTick = null;
  document.addEventListener('click', (event) => {
    const tick = event.target.closest('.tick');
    if (!tick) return;
    const ticks = [...document.querySelectorAll('.tick')];
    const [from, to] = [ticks.findIndex((one) => one.id === lastTick), ticks.indexOf(tick)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) for (const one of ticks.slice(from, to + 1)) one.checked = tick.checked;
    lastTick = tick.id;
  });

  // A list in which something is ticked stands still: nobody should tick one case and mean another.
  document.addEventListener('htmx:before:request', (event) => {
    if (event.target.id === 'case-list' && document.querySelector('.tick:checked')) event.preventDefault();
  });
})();
