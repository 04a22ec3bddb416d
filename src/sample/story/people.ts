/** An invented person of the demonstration, with an account of their own. */
export interface StoryPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly ('management' | 'lead' | 'reviewer' | 'desk' | 'sales' | 'tuner' | 'auditor' | 'employee')[];
}

export const LEAD: StoryPerson = { email: 'sasaki@mihon-cloud.example.jp', name: '佐々木 由紀子', roles: ['lead'] };
export const REVIEWER: StoryPerson = {
  email: 'takahashi@mihon-cloud.example.jp',
  name: '高橋 航',
  roles: ['reviewer'],
};
export const DESK: StoryPerson = { email: 'mori@mihon-cloud.example.jp', name: '森 かおり', roles: ['desk'] };
export const TUNER: StoryPerson = {
  email: 'kanda@mihon-cloud.example.jp',
  name: '神田 悠',
  roles: ['tuner', 'auditor'],
};
export const MANAGER: StoryPerson = {
  email: 'kujo@mihon-cloud.example.jp',
  name: '九条 雅人',
  roles: ['management'],
};
export const SALES: StoryPerson = { email: 'ono@mihon-cloud.example.jp', name: '小野 千尋', roles: ['sales'] };
export const EMPLOYEE: StoryPerson = {
  email: 'ishii@mihon-cloud.example.jp',
  name: '石井 さくら',
  roles: ['employee'],
};

export const STORY_PEOPLE: readonly StoryPerson[] = [LEAD, REVIEWER, DESK, TUNER, MANAGER, SALES, EMPLOYEE];

/** Known to everybody: of the invented people of sample mode, and given to them only while this machine alone reaches it. */
export const STORY_PASSWORD = 'komainu-sample';
