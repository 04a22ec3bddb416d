export { type AbortCode, AbortedAttemptError } from '../aborted-attempt.ts';
export { openPool, type PoolOptions, type Screening } from './pool.ts';
