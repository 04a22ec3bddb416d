import type { Messages } from './messages.ts';

/** Every key that does something, by where. */
export function Sheet({ messages: { keys: say } }: { readonly messages: Messages }) {
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      say.list,
      [
        ['j k', say.move],
        ['o', say.open],
        ['x', say.tick],
        ['n', say.start],
        ['/', say.search],
      ],
    ],
    [
      say.everywhere,
      [
        ['Ctrl Enter', say.submit],
        ['Esc', say.leave],
        ['u', say.undo],
        ['?', say.sheet],
      ],
    ],
    [
      say.case,
      [
        ['j k', say.evidence],
        ['o', say.reason],
        ['m', say.reveal],
        ['a', say.approve],
        ['1–3', say.severity],
        ['4–7', say.grounds],
        ['f', say.findAct],
        ['w', say.missed],
        ['t', say.teach],
        ['d', say.dismiss],
        ['0–9', say.reasons],
        ['e', say.misfire],
        ['e', say.lesson],
        ['h', say.handOver],
        ['s', say.skip],
        ['x', say.decline],
        ['l', say.back],
      ],
    ],
  ];
  return (
    <div class="sheet">
      <p class="muted small">{say.lead}</p>
      {groups.map(([title, rows]) => (
        <section>
          <h3>{title}</h3>
          <dl>
            {rows.map(([keys, does]) => (
              <div>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd class="key">{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The same over the page, opened by its key. */
export function SheetDialog({ messages }: { readonly messages: Messages }) {
  return (
    <dialog id="sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{messages.keys.title}</h2>
      <Sheet messages={messages} />
      <form method="dialog">
        <button type="submit" class="button">
          {messages.keys.close}
        </button>
      </form>
    </dialog>
  );
}
