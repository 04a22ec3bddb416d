/** A message did not arrive. The sentence is for the operator, Japanese first, and holds no secret. */
export class NotifyError extends Error {
  override readonly name = 'NotifyError';
  readonly code = 'notify';
}
