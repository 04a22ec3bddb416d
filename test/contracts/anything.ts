/** What a program is built on when nothing of it is used: whatever is asked of it is there, and is as empty. */
export const anything = <T>(): T => nothing as T;

const nothing: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : nothing),
  apply: () => nothing,
});
