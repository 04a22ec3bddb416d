import type { seeAdded } from '../../../actions/index.ts';
import type { AdditionKind } from '../../../cases/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  further: {
    way: '決まった案件に加える',
    wayHint: '同じ相手の続きの連絡で、新しい判断は要らない場合。認定とその理由は、そのまま残ります。',
    into: (id: string, by: string, day: string) => `案件 ${id}（${by}が ${day} に認定）`,
    join: { do: '加える', acts: 'このメールでも確かめた行為（繰り返しとして数えます。なければ空けます）' },
    title: '決まったあとに加わったこと',
    lead: '判断はそのままです。新しいことで判断が変わるときは、判断を取り消して、あらためて判断してください。',
    kinds: { mail: '続きのメールが届きました', fact: '事実が書き足されました' } satisfies Record<AdditionKind, string>,
    seen: { do: '確かめた（判断はそのまま）', fields: {} } satisfies ActWords<typeof seeAdded, 'last'>,
    file: '経過を見る',
    gone: 'ほかの方がもう確かめました。',
  },
};
