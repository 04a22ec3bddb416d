export { webApp } from './app.tsx';
