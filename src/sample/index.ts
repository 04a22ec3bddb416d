export { fillSampleInbox, prepareSample } from './sample.ts';
export {
  CONSULTATIONS,
  cameInAt,
  DECISIONS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  type StoryConsultation,
  type StoryDecision,
  type StoryPerson,
} from './story/index.ts';
