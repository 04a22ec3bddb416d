import {
  type Approval,
  type CaseMerging,
  type Decision,
  ELEMENTS,
  type ElementState,
  type LegalElement,
} from '../../../cases/index.ts';
import type { Assessment, Dictionary } from '../../../detect/index.ts';
import type { Message } from '../../../mail/index.ts';
import type { FoundWords } from '../../../store/index.ts';
import type { WithActs } from '../../shared/index.ts';
import type { Context } from '../context.ts';
import { say, word } from '../messages.ts';
import type { ListedCase } from './case-list.ts';
import { explanation } from './explanation.ts';
import { maskingOfCase } from './hiding.ts';
import { localTime, printable } from './terminal.ts';

/** A case as the local API gives it. */
export interface ShownCase extends ListedCase, WithActs {
  readonly elsewhere: readonly FoundWords[]; // of mails that are not among these, and what people marked
  readonly previousCase: string | null;
  readonly merging: Pick<CaseMerging, 'into'>;
  readonly first: number; // mails before these
  readonly mails: number;
  readonly strongest: number | null; // place of the mail that put the case where it is
  readonly items: readonly {
    readonly mailId: string;
    readonly source: string;
    readonly receivedAt: string;
    readonly kept: boolean;
    readonly message: Pick<Message, 'from' | 'subject' | 'parts'> | null;
    readonly assessment: Assessment | null;
    readonly failure: string | null;
    readonly deliveries: number;
  }[];
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly by: string;
    readonly at: string;
  }[];
}

type Words<K extends string> = Readonly<Record<K, readonly [ja: string, en: string]>>;

const DECISION_WORDS: Words<Decision['kind']> = {
  approve: ['認定', 'approved'],
  dismiss: ['却下', 'dismissed'],
  'hand-over': ['引き継ぎ', 'handed over'],
  reopen: ['取消', 'reopened'],
};
const ELEMENT_WORDS: Words<LegalElement> = {
  customer: ['顧客等の言動', 'customer'],
  beyond: ['許容範囲を超える', 'beyond'],
  harmed: ['就業環境を害する', 'harmed'],
};
const STATE_WORDS: Words<ElementState> = {
  met: ['該当', 'met'],
  unmet: ['該当しない', 'not met'],
  undecided: ['未判断', 'not judged'],
};

const elementsLine = ({ elements }: Approval): string =>
  ELEMENTS.map((one) => `${say(...ELEMENT_WORDS[one])}: ${say(...STATE_WORDS[elements[one]])}`).join(' / ');

/** The case for a person: each mail with its evidence and reasons, then who decided what. */
export async function showCase(found: ShownCase, { io, load }: Context, reveal: boolean): Promise<string> {
  const shared = await import('../../shared/index.ts');
  const masking = maskingOfCase(shared, found, reveal);
  const { loadReadRules } = await import('../../../screening/index.ts');
  const { config } = load();
  const { dictionary } = await loadReadRules(config);
  const time = (iso: string) => localTime(iso, config.company.timeZone);
  const band = found.band === null ? word(found.kind) : word(found.band);
  const title = `#${found.id} ${band}  ${word(found.status)}`;
  const previous = found.previousCase === null ? [] : [`${say('前の案件', 'earlier case')}: #${found.previousCase}`];
  const merged = found.merging.into === null ? [] : [`${say('まとめ先', 'merged into')}: #${found.merging.into}`];
  const mails = found.items.map((item) => showMail(item, dictionary));
  const earlier =
    found.first === 0
      ? []
      : [
          say(
            `これより前に${found.first}通あります（Webの画面で読めます）`,
            `${found.first} earlier mails (see the web page)`,
          ),
        ];
  const decisions = found.decisions.map(({ decision, by, at }) => {
    const said =
      decision.kind === 'approve' ? elementsLine(decision) : decision.kind === 'dismiss' ? decision.reason : '';
    const why = [said, masking.cover(decision.note)].filter(Boolean).map(printable);
    return `${time(at)}  ${say(...DECISION_WORDS[decision.kind])}  ${printable(by)}${why.length > 0 ? `  ${why.join(': ')}` : ''}`;
  });
  const hidden = masking.hides
    ? [say('言葉を伏せています（--reveal で表示）', 'words are hidden (--reveal shows them)')]
    : [];
  return `${[io.colours.bold(title), ...hidden, ...previous, ...merged, ...earlier, ...mails, ...decisions].join('\n')}\n`;

  function showMail(item: ShownCase['items'][number], dictionary: Dictionary): string {
    const where = `${printable(item.source)}  ${time(item.receivedAt)}${item.deliveries > 1 ? `  ×${item.deliveries}` : ''}`;
    if (!item.kept) return `${where}\n  ${say('本文は保存期間を過ぎました', 'the text was deleted by retention')}`;
    if (item.assessment === null || item.message === null)
      return `${where}\n  ${say('判定不能', 'unreadable')}: ${printable(masking.cover(item.failure ?? ''))}`;
    const { message, assessment } = item;
    return explanation({ source: where, message, assessment, dictionary, masking, cover: shared.coverAssessment }, io);
  }
}
