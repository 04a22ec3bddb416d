/**
 * Runs tasks of the same key one after another, those of different keys beside each other.
 *
 * @example
 * const inTurn = oneAtATime<string>();
 * await Promise.all([inTurn('a', first), inTurn('a', second)]) // `second` starts when `first` has ended
 */
export function oneAtATime<K>(): <T>(key: K, task: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>();
  return (key, task) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(task);
    const ended = turn
      .catch(() => {})
      .then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
    last.set(key, ended);
    return turn;
  };
}
