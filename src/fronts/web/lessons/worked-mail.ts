/** An invented mail to be decided, with what speaks for the decision. */
export interface WorkedMail {
  readonly mail: string;
  readonly decide: 'approve' | 'dismiss';
  readonly why: string;
}
