import type { Clock } from '../shell/clock.ts';
import { Key } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Whose turn it is, as the page says it. */
export type ClaimView =
  | { readonly kind: 'none' } // decided already, or the reader only reads
  | { readonly kind: 'mine'; readonly until: Date }
  | { readonly kind: 'other'; readonly name: string; readonly until: Date };

interface ClaimProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: string; // of the case
  readonly claim: ClaimView;
  readonly mayTakeOver: boolean;
}

/** Whose turn it is. The script renews the claim while someone looks at the page. */
export function ClaimNotice({ messages, clock, id, claim, mayTakeOver }: ClaimProps) {
  const say = messages.claim;
  switch (claim.kind) {
    case 'none':
      return null;
    case 'mine':
      return (
        <div class="claim" data-claim={`/cases/${id}/claim`}>
          <p>{say.mine(clock.time(claim.until))}</p>
          <p class="error" data-lost hidden role="alert">
            {say.lost}
          </p>
          <form method="post" action={`/cases/${id}/leave`}>
            <button type="submit" class="quiet">
              {say.release}
            </button>
          </form>
        </div>
      );
    case 'other':
      return (
        <div class="claim claim-other" role="status">
          <p>{say.other(inertLine(claim.name, 100), clock.time(claim.until))}</p>
          <div class="claim-ways">
            <form method="post" action="/next">
              <button type="submit" class="button">
                {say.next}
              </button>
            </form>
            {mayTakeOver && (
              <form method="post" action={`/cases/${id}/take-over`}>
                <button type="submit" class="button" title={say.takeOverHint(inertLine(claim.name, 100))}>
                  {say.takeOver}
                </button>
              </form>
            )}
          </div>
        </div>
      );
  }
}

/** The ways on without a decision. */
export function PassOn({ messages: { decide: say }, id }: Pick<ClaimProps, 'messages' | 'id'>) {
  return (
    <>
      <form method="post" action={`/cases/${id}/skip`}>
        <button type="submit" class="button" data-key="s" title={say.skipHint}>
          {say.skip} <Key of="s" />
        </button>
      </form>
      <form method="post" action={`/cases/${id}/decline`}>
        <button type="submit" class="button" data-key="x" title={say.declineHint}>
          {say.decline} <Key of="x" />
        </button>
      </form>
    </>
  );
}

/** Where the decision is below the mail: its ways, always in reach. */
export function ActionBar({ messages, id }: Pick<ClaimProps, 'messages' | 'id'>) {
  const say = messages.decide;
  return (
    <div class="action-bar">
      <a class="button primary" href="#approve">
        {say.approve}
      </a>
      <a class="button dismissal" href="#dismiss">
        {say.dismiss}
      </a>
      <a class="button" href="#hand-over">
        {say.handOver}
      </a>
      <PassOn messages={messages} id={id} />
    </div>
  );
}
