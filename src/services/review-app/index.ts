export { startWeb } from '../web.ts';
