/** What `make` makes of a thing, made once for each and kept for as long as the thing is. */
export function onceForEach<K extends object, V>(make: (thing: K) => V): (thing: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    const before = made.get(thing);
    if (before !== undefined) return before.value;
    const value = make(thing);
    made.set(thing, { value });
    return value;
  };
}
