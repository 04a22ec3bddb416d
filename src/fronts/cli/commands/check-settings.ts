import { type Config, type LoadedConfig, variable } from '../../../config/index.ts';
import { say } from '../messages.ts';
import { type CheckRow, row } from './check-row.ts';

/** Whether others on this machine can look into the data folder: its files are mails. */
export function checkFolder({ dataPath }: Config): Promise<CheckRow> {
  return row(say('データフォルダ', 'Data folder'), async () => {
    const { isPrivate } = await import('../../../store/index.ts');
    const mine = await isPrivate(dataPath).catch(() => null);
    if (mine === null) return say(`${dataPath}（まだありません）`, `${dataPath}, not there yet`);
    if (!mine)
      throw new Error(
        say(
          `この機械のほかの利用者が ${dataPath} を読めます。サービスを起動すると直ります（chmod -R go= でも）`,
          `others on this machine can read ${dataPath}; a start of the service puts that right, and so does chmod -R go=`,
        ),
      );
    return say(`${dataPath}（所有者だけが読めます）`, `${dataPath}, for its owner alone`);
  });
}

/** Whether the company's own policy is there to be shown. */
export const checkPolicy = ({ company: { policy } }: Config): Promise<CheckRow> =>
  row(say('方針', 'Policy'), async () => {
    if (policy === null) return say('ひな形を表示します（company.policy）', 'a template is shown (company.policy)');
    const { loadPolicy } = await import('../../../policy/index.ts');
    if ((await loadPolicy(policy, 'ja')).kind === 'own') return policy;
    throw new Error(say(`${policy} を読めません`, `${policy} cannot be read`));
  });

/** Who would be told, and whether each has what it needs. Nothing is sent: the page Status sends a test. */
export const checkChannels = (
  { config: { notify }, secrets }: LoadedConfig,
  setUp: readonly string[], // in the browser, and told what is urgent
): Promise<CheckRow> =>
  row(say('通知先', 'Channels'), async () => {
    const missing = notify.channels.flatMap(({ name, kind }) => {
      const { address, signing } = secrets.channels.get(name) ?? { address: null, signing: null };
      const needs = variable('NOTIFY', name);
      if (kind === 'mail') return [];
      return [
        ...(address === null ? [needs] : []),
        ...(kind === 'webhook' && signing === null ? [`${needs}_SECRET`] : []),
      ];
    });
    if (missing.length > 0)
      throw new Error(say(`${missing.join('、')} がありません`, `${missing.join(', ')} is missing`));
    const own = notify.channels.filter(({ about }) => about.includes('urgent')).map(({ name }) => name);
    const urgent = [...new Set([...own, ...setUp])];
    return urgent.length === 0
      ? say('至急の案件を知らせる先がありません（notify.channels）', 'nobody is told of urgent cases (notify.channels)')
      : say(`至急は ${urgent.join('、')} へ`, `urgent cases are told to ${urgent.join(', ')}`);
  });

/** Whether the end of the audit log can be noted where the configuration says. */
export function checkAnchors({ anchors }: Config): Promise<CheckRow[]> {
  const files = anchors.flatMap((place) => (place.kind === 'file' ? [place.path] : []));
  return Promise.all(
    files.map((path) =>
      row(say('監査記録の控え', 'Audit anchor'), async () => {
        const { withAnchorFile } = await import('../../../audit/index.ts');
        const newest = await withAnchorFile(path, async (file) => file.newest).catch((cause: Error) => {
          throw new Error(say(`${path} に書けません`, `${path} cannot be written`), { cause });
        });
        const when = newest?.at?.toISOString() ?? '-';
        return say(`${path}（最後は ${when}）`, `${path}, newest ${when}`);
      }),
    ),
  );
}
