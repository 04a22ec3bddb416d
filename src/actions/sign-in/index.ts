export {
  type Accounts,
  type AccountsOptions,
  openAccounts,
  type Person,
} from './accounts.ts';
export type { Asking } from './auth.ts';
export { type Refusal, redirectOf } from './provider-sign-in.ts';
export type { FactorAnswer, FactorSetUp } from './second-factor.ts';
