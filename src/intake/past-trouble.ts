/** A mailbox cannot be read. The message is a sentence for people, which may name a server, never a mail. */
export class PastTroubleError extends Error {
  override readonly name = 'PastTroubleError';
  readonly code = 'past-trouble';
}
