export { AFTERMATH, type StoryAftermath } from './aftermath.ts';
export { CALM } from './calm.ts';
export { COERCED, COERCION, NOTHING_DONE } from './coercion.ts';
export { CONSULTATIONS, DECISIONS, type StoryConsultation, type StoryDecision } from './deeds.ts';
export { HARSH } from './harsh.ts';
export { cameInAt, emlOf, type StoryMail } from './mail.ts';
export { STORY_PASSWORD, STORY_PEOPLE, type StoryPerson } from './people.ts';
