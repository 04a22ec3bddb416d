export type AccountProblem =
  | 'exists'
  | 'unknown'
  | 'inactive' // it was deactivated
  | 'last-admin'; // nobody would be left who looks after accounts

/** What was asked cannot be done to the account. The message is a sentence for the one who asked. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: AccountProblem;
  constructor(code: AccountProblem, message: string) {
    super(message);
    this.code = code;
  }
}
