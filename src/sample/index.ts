export { fillSampleInbox, prepareSample } from './sample.ts';
export {
  AFTERMATH,
  COERCED,
  COERCION,
  CONSULTATIONS,
  cameInAt,
  DECISIONS,
  NOTHING_DONE,
  STORY_PASSWORD,
  STORY_PEOPLE,
  type StoryAftermath,
  type StoryConsultation,
  type StoryDecision,
  type StoryPerson,
} from './story/index.ts';
