export { startApprenticeship } from './apprenticeship.ts';
export { startShadow } from './shadow.ts';
