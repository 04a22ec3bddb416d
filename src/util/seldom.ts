/**
 * Has something said at once and then at most every `everyMs`, however often it happens.
 *
 * @returns gives `say` how often it was kept back since it spoke last
 */
export function seldom(everyMs: number): (say: (unsaid: number) => void) => void {
  let until = Number.NEGATIVE_INFINITY;
  let unsaid = 0;
  return (say) => {
    const now = performance.now();
    if (now < until) {
      unsaid += 1;
      return;
    }
    say(unsaid);
    until = now + everyMs;
    unsaid = 0;
  };
}
