export { startApprenticeship } from './apprenticeship.ts';
