export { fillSampleInbox, prepareSample } from './sample.ts';
export {
  AFTERMATH,
  CONSULTATIONS,
  cameInAt,
  DECISIONS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  type StoryAftermath,
  type StoryConsultation,
  type StoryDecision,
  type StoryPerson,
} from './story/index.ts';
