export { addExpert, endExpert, loadExpert, standingExperts } from './experts.ts';
export {
  addExpertRequest,
  answerExpertRequest,
  expertRequests,
  type NewExpertRequest,
  type OpenRequest,
  openExpertRequests,
} from './requests.ts';
