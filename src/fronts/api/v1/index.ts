export { API_PATH, apiApp } from './app.ts';
