import type { Page } from 'playwright-core';

/** Ids of what is in the sample, as an address needs them. */
export interface Places {
  readonly open: string; // the case that matters most
  readonly decided: string; // an approved one
  readonly dismissed: string;
  readonly consultation: string; // path
  readonly letter: string; // path
  readonly counterparty: string; // path
  readonly person: string;
}

/** A page or a tab of one, and how it comes to be as it is looked at. `:open` and the like stand for ids. */
export interface Look {
  readonly name: string;
  readonly path: string;
  readonly filledOnly?: true; // there is nothing to see without data
  readonly prepare?: (page: Page) => Promise<void>; // by the script of the page
}

/** Selects some words of the mail, and sends them to the dictionaries. */
async function teach(page: Page): Promise<void> {
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.querySelector('.words'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && walker.currentNode.data.trim().length < 8);
    const range = document.createRange();
    range.setStart(walker.currentNode, 0);
    range.setEnd(walker.currentNode, 8);
    getSelection().addRange(range);
  }`);
  await page.waitForSelector('body > .selection-bar:not([hidden])');
  await page.keyboard.press('t');
  const preview = '#teach-pane #preview-body:is([data-preview="shown"], [data-preview="wrong"])';
  await page.waitForSelector(preview, { timeout: 180_000 }); // the first one reads the dictionaries
}

export const LOOKS: readonly Look[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'list', path: '/' },
  { name: 'list-tasks', path: '/?tab=tasks' },
  { name: 'list-mine', path: '/?tab=mine' },
  { name: 'list-decided', path: '/?tab=dismissed' },
  { name: 'list-worry', path: '/?tab=worry' },
  { name: 'list-found', path: '/?q=契約' },
  { name: 'list-nothing', path: '/?q=zzzz' },
  { name: 'case', path: '/cases/:open', filledOnly: true },
  { name: 'case-teach', path: '/cases/:open?tab=body', filledOnly: true, prepare: teach },
  { name: 'case-response', path: '/cases/:decided?tab=response', filledOnly: true },
  { name: 'case-papers', path: '/cases/:decided?tab=papers', filledOnly: true },
  { name: 'case-letter-draft', path: '/cases/:open?tab=papers&kind=calm-reply&language=ja', filledOnly: true },
  { name: 'case-history', path: '/cases/:decided?tab=history', filledOnly: true },
  { name: 'case-dismissed', path: '/cases/:dismissed', filledOnly: true },
  { name: 'letter', path: ':letter', filledOnly: true },
  { name: 'no-case', path: '/cases/999999' },
  { name: 'counterparties', path: '/counterparties' },
  { name: 'counterparties-watches', path: '/counterparties?tab=watches' },
  { name: 'counterparties-measures', path: '/counterparties?tab=measures' },
  { name: 'counterparties-cooperation', path: '/counterparties?tab=cooperation' },
  { name: 'counterparty', path: ':counterparty', filledOnly: true },
  { name: 'dictionaries', path: '/dictionaries' },
  { name: 'dictionary-new', path: '/dictionaries?tab=new' },
  { name: 'dictionary-costly', path: '/dictionaries?tab=costly' },
  { name: 'dictionary-work', path: '/dictionaries?tab=work' },
  { name: 'dictionary-try', path: '/dictionaries?tab=try' },
  { name: 'dictionary-log', path: '/dictionaries?tab=log' },
  { name: 'entry', path: '/dictionaries/violence.kill' },
  { name: 'entry-edit', path: '/dictionaries/violence.kill?edit=1' },
  { name: 'numbers', path: '/numbers' },
  { name: 'missed', path: '/missed/read' },
  { name: 'proof', path: '/proof' },
  { name: 'audit', path: '/audit' },
  { name: 'timelines', path: '/timelines' },
  { name: 'timeline', path: '/timelines/:person' },
  { name: 'rules', path: '/escalation' },
  { name: 'policy-edit', path: '/policy/edit' },
  { name: 'templates', path: '/letter-templates' },
  { name: 'mailboxes', path: '/first-steps' },
  { name: 'channels', path: '/channels' },
  { name: 'people', path: '/people' },
  { name: 'person', path: '/people?person=:person#person' },
  { name: 'status', path: '/status' },
  { name: 'consult', path: '/reports' },
  { name: 'consult-new', path: '/reports/new' },
  { name: 'consult-one', path: ':consultation', filledOnly: true },
  { name: 'consult-timeline', path: '/reports?tab=timeline' },
  { name: 'policy', path: '/policy' },
  { name: 'lessons', path: '/policy?tab=lessons' },
  { name: 'lesson', path: '/policy?tab=lessons&act=privacy' },
  { name: 'worry', path: '/policy?tab=worry' },
  { name: 'draft', path: '/reports?tab=draft' },
  { name: 'me', path: '/me' },
];
