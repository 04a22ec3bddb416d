/**
 * Looks now and then again for what is due in the store, one look after the other. Disposing ends it after the look under way.
 *
 * @param onFailure a look failed; the next one comes nevertheless
 */
export function lookAgain(
  look: () => Promise<void>,
  { everyMs, onFailure }: { readonly everyMs: number; readonly onFailure: (error: Error) => void },
): AsyncDisposable {
  let looking = look().catch(onFailure);
  const timer = setInterval(() => {
    looking = looking.then(look).catch(onFailure);
  }, everyMs);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
    },
  };
}
