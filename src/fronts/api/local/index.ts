export { type LocalApi, localApi } from './app.ts';
export { SocketError, serveLocalApi } from './socket.ts';
export { answers, localSocketPath, socketAddress } from './socket-path.ts';
