import { type Config, type LoadedConfig, type ProviderConfig, variable } from '../../../config/index.ts';
import type { Source } from '../../../intake/index.ts';
import { createLogger } from '../../../util/log.ts';
import type { Context } from '../context.ts';
import { answerOf, withLocalApi } from '../local/local-api.ts';
import { both } from '../messages.ts';

/** A part of the service, whether it works, and what was found or what to do about it. */
export interface CheckRow {
  readonly part: string;
  readonly ok: boolean;
  readonly sentence: string;
}

/** A queue that cannot be reached would be tried for ever. Milliseconds. */
const QUEUE_PATIENCE_MS = 10_000;

const PROVIDER_PATIENCE_MS = 10_000;

/** Tries each part by itself, so that one that fails does not hide the next. @throws ConfigError */
export async function checkRows(context: Context): Promise<CheckRow[]> {
  const loaded = context.load();
  const { file, renamed } = loaded.config;
  const hints = renamed.map(({ old, now }) => both(`${old} は ${now} になりました`, `${old} is called ${now} now`));
  const configuration: CheckRow = {
    part: '設定 Configuration',
    ok: true,
    sentence: [file ?? both('設定ファイルなし：サンプルモード', 'no configuration file: sample mode'), ...hints].join(
      '\n',
    ),
  };
  const folder = await checkFolder(loaded.config); // before it is opened, which would put it right
  const sources = await Promise.all((await sourcesOf(loaded)).map(checkSource));
  const providers = await checkProviders(loaded);
  return [
    configuration,
    ...sources,
    ...providers,
    folder,
    ...(await checkStore(context)),
    ...(await checkAnchors(loaded.config)),
    await checkDictionary(loaded.config),
  ];
}

async function row(part: string, attempt: () => Promise<string>): Promise<CheckRow> {
  try {
    return { part, ok: true, sentence: await attempt() };
  } catch (error) {
    return { part, ok: false, sentence: error instanceof Error ? error.message : String(error) };
  }
}

async function sourcesOf({ config, secrets }: LoadedConfig): Promise<Source[]> {
  const [{ createSignIns }, { createSource }, { prepareSample }] = await Promise.all([
    import('../../../intake/index.ts'),
    import('../../../services/index.ts'),
    import('../../../sample/index.ts'),
  ]);
  await prepareSample(config);
  const log = createLogger('silent');
  const signIns = createSignIns(config, secrets, log);
  return config.sources.map((source) => createSource(source, config, signIns, log));
}

const checkSource = (source: Source): Promise<CheckRow> => row(`受信元 Source ${source.name}`, () => source.check());

/** Whether each provider can be asked, and what has to be registered there. */
async function checkProviders({ config, secrets }: LoadedConfig): Promise<CheckRow[]> {
  const { signIn } = config.web;
  if (signIn.length === 0) return [];
  const [{ webUrl }, { redirectOf }] = await Promise.all([
    import('../../../services/index.ts'),
    import('../../../actions/sign-in/index.ts'),
  ]);
  const check = async ({ name, issuer }: ProviderConfig): Promise<string> => {
    const secret = variable('SIGN_IN', name);
    if (!secrets.providers.has(name))
      throw new Error(both(`シークレットを ${secret} で渡してください。`, `Give the client secret in ${secret}.`));
    const address = `${issuer}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(PROVIDER_PATIENCE_MS) }).catch(() => null);
    if (!answer?.ok) throw new Error(both(`${address} を読めません。`, `${address} cannot be read.`));
    const redirect = redirectOf(name, webUrl(config));
    return both(`リダイレクト URI は ${redirect} です。`, `Its redirect address is ${redirect}.`);
  };
  return Promise.all(signIn.map((provider) => row(`サインイン Sign-in ${provider.name}`, () => check(provider))));
}

/** Whether others on this machine can look into the data folder: its files are mails. */
function checkFolder({ dataPath }: Config): Promise<CheckRow> {
  return row('データフォルダ Data folder', async () => {
    const { isPrivate } = await import('../../../store/index.ts');
    const mine = await isPrivate(dataPath).catch(() => null);
    if (mine === null) return both(`${dataPath}（まだありません）`, `${dataPath}, not there yet`);
    if (!mine)
      throw new Error(
        both(
          `この機械のほかの利用者が ${dataPath} を読めます。サービスを起動すると直ります（chmod -R go= でも）`,
          `others on this machine can read ${dataPath}; a start of the service puts that right, and so does chmod -R go=`,
        ),
      );
    return both(`${dataPath}（所有者だけが読めます）`, `${dataPath}, for its owner alone`);
  });
}

async function checkStore(context: Context): Promise<CheckRow[]> {
  const store = '保存先 Store';
  try {
    return await withLocalApi(context, async (api, answering) => [
      await row(store, async () => {
        const { waiting, cases } = await answerOf(api.status.$get());
        const open = Object.values(cases).reduce((sum, count) => sum + count, 0);
        const ja = `未判断の案件${open}件、判定待ちのメール${waiting}通`;
        const en = `${open} open cases, ${waiting} mails without verdict`;
        switch (answering) {
          case 'service':
            return both(`稼働中のサービスが使用中：${ja}`, `in use by the running service: ${en}`);
          case 'command':
            return both(ja, en);
        }
      }),
      await row('キュー Queue', async () => {
        const { waiting } = await withinPatience(answerOf(api.queue.$get()));
        return both(`待機中のジョブ${waiting}件`, `${waiting} jobs waiting`);
      }),
    ]);
  } catch (error) {
    return [await row(store, () => Promise.reject(error))]; // the queue may lie in the store: nothing to say about it
  }
}

function withinPatience<T>(asked: Promise<T>): Promise<T> {
  const late = both(
    'キューに接続できません。queue.url か REDIS_URL を確認',
    'The queue cannot be reached; check queue.url or REDIS_URL',
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(late)), QUEUE_PATIENCE_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Whether the end of the audit log can be noted where the configuration says. */
function checkAnchors({ anchors }: Config): Promise<CheckRow[]> {
  const files = anchors.flatMap((place) => (place.kind === 'file' ? [place.path] : []));
  return Promise.all(
    files.map((path) =>
      row('監査記録の控え Audit anchor', async () => {
        const { withAnchorFile } = await import('../../../audit/index.ts');
        const newest = await withAnchorFile(path, async (file) => file.newest).catch((cause: Error) => {
          throw new Error(both(`${path} に書けません`, `${path} cannot be written`), { cause });
        });
        const when = newest?.at?.toISOString() ?? '-';
        return both(`${path}（最後は ${when}）`, `${path}, newest ${when}`);
      }),
    ),
  );
}

function checkDictionary(config: Config): Promise<CheckRow> {
  return row('辞書 Dictionaries', async () => {
    const { loadRules } = await import('../../../screening/index.ts');
    const { dictionary } = await loadRules(config);
    return both(
      `${dictionary.rules.size}項目、版 ${dictionary.version}`,
      `${dictionary.rules.size} entries, version ${dictionary.version}`,
    );
  });
}
