import { expect, it } from 'vitest';
import { STORY_PASSWORD, STORY_PEOPLE } from '../../../../src/sample/index.ts';
import { startDesk } from '../support/desk.ts';

it('the sign-in page of sample mode says where the link is and lets people look around as somebody invented', async () => {
  const samplePeople = { people: STORY_PEOPLE, password: STORY_PASSWORD };
  const desk = await startDesk({ sample: true, samplePeople });
  try {
    const { text } = await desk.browser().get('/sign-in');
    expect(text).toContain('起動した画面（ターミナル）に表示されています');
    for (const { name, email } of STORY_PEOPLE) for (const words of [name, email]) expect(text).toContain(words);
  } finally {
    await desk.stop();
  }
});

it('no sign-in page names anybody otherwise, in sample mode or not', async () => {
  for (const sample of [true, false]) {
    const desk = await startDesk({ sample });
    try {
      const { text } = await desk.browser().get('/sign-in');
      expect(text).not.toContain(STORY_PASSWORD);
      expect(text.includes('ターミナル')).toBe(sample);
    } finally {
      await desk.stop();
    }
  }
});
