export { addressOf, COMMANDED, type CommandedName, type GivenTo, type ToldOf } from '../acts/commanded.ts';
export { type LocalApi, localApi } from './app.ts';
export { SocketError, serveLocalApi } from './socket.ts';
export { answers, localSocketPath, socketAddress } from './socket-path.ts';
