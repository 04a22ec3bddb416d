export { AccountError, type Accounts, openAccounts, type Person } from './accounts.ts';
export { type LocalApi, type LocalApiDeps, localApi } from './api.ts';
export type { Problem, ProblemCode } from './api-problem.ts';
export type { DeskDeps, DeskStatus } from './deps.ts';
export { deskApp } from './desk.tsx';
export { type Language, wordsOf } from './language.ts';
export { isRole, ROLES, type Role } from './rights.ts';
export { SocketError, serveLocalApi } from './socket.ts';
export { answers, localSocketPath, type SocketAddress, socketAddress } from './socket-path.ts';
