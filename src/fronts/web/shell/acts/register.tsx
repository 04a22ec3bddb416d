import type { Child } from 'hono/jsx';

interface RegisterProps<T> {
  readonly say: {
    readonly waiting: string;
    readonly none: string;
    readonly record: { readonly title: string };
    readonly answered: string;
  };
  readonly waiting: readonly T[];
  readonly answered: readonly T[];
  readonly row: (one: T) => Child;
  readonly add: Child; // the form for one more
  readonly children?: Child; // what stands before those that were answered
}

/** What waits for an answer, the form for one more, and what was answered. */
export const Register = <T,>({ say, waiting, answered, row, add, children }: RegisterProps<T>) => (
  <>
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say.waiting}</h2>
      {waiting.length === 0 && <p class="muted">{say.none}</p>}
      {waiting.map(row)}
    </section>
    <section class="card" aria-labelledby="new">
      <h2 id="new">{say.record.title}</h2>
      {add}
    </section>
    {children}
    {answered.length > 0 && (
      <section aria-labelledby="answered">
        <h2 id="answered">{say.answered}</h2>
        {answered.map(row)}
      </section>
    )}
  </>
);
