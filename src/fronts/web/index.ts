export {
  AccountError,
  type Accounts,
  type AccountsOptions,
  openAccounts,
  type Person,
} from '../../actions/sign-in/accounts.ts';
export { redirectOf } from '../../actions/sign-in/provider-sign-in.ts';
export { isRole, ROLES, type Role } from '../../cases/rights.ts';
export { type LocalApi, type LocalApiDeps, localApi } from '../api/local/app.ts';
export { SocketError, serveLocalApi } from '../api/local/socket.ts';
export { answers, localSocketPath, type SocketAddress, socketAddress } from '../api/local/socket-path.ts';
export { type MonitorDeps, monitorApp } from '../api/monitor.ts';
export type { Problem, ProblemCode } from '../api/problem.ts';
export { API_PATH, apiApp } from '../api/v1/app.ts';
export type { FrontDeps, Operations, ReachableChannel, ServiceStatus, Tried, TriedText } from '../shared/deps.ts';
export type { Language } from '../shared/language.ts';
export { webApp } from './app.tsx';
