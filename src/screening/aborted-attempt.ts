/** `memory`: more than one attempt may use; `crash`: everything else that ends a thread or its process. */
export type AbortCode = 'deadline' | 'memory' | 'crash';

/** An attempt was ended from outside. Trying again may help: the machine may have been short of time or memory. */
export class AbortedAttemptError extends Error {
  override readonly name = 'ScreeningKilledError';
  readonly code: AbortCode;
  /** The whole process died, and with it attempts that had no part in it. */
  readonly withOthers: boolean;

  constructor(code: AbortCode, { withOthers = false } = {}) {
    super(`Screening was ended: ${code}.`);
    this.code = code;
    this.withOthers = withOthers;
  }
}
