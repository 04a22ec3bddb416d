export * from './changes.ts';
export {
  type FeedbackWork,
  feedbackById,
  feedbackOfCase,
  feedbackWork,
  handleFeedback,
} from './feedback-work.ts';
export { type KeptCase, keptCases } from './kept-cases.ts';
