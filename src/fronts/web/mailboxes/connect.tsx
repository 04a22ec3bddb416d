import type { Child } from 'hono/jsx';
import { connectMailbox, type FoundMailbox, goToSignIn, type SignInWay } from '../../../actions/index.ts';
import { formOf, isTried } from '../shell/acts/form.tsx';
import { More } from '../shell/form-components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Draft, SetUp } from './props.ts';

type Props = SetUp & { readonly draft: Draft };

/** The first step: where the mailbox is, and how it is signed in to. */
export function Connect(props: Props) {
  const { draft, messages, tried } = props;
  const say = messages.mailboxes;
  const way = wayOf(props);
  return (
    <>
      <Found {...props} />
      <More title={say.byPassword} open={way === 'password'}>
        <ByConnecting {...props} way="password" />
      </More>
      <More title={say.microsoft} open={way === 'microsoft'}>
        <BySignIn {...props} provider="microsoft" />
        <More title={say.appOnly} open={isTried(tried, connectMailbox, { signIn: 'microsoft-app' })}>
          <ByConnecting {...props} way="microsoft-app" />
        </More>
      </More>
      <More title={say.google} open={way === 'google'}>
        <BySignIn {...props} provider="google" />
        <More title={say.appOnly} open={isTried(tried, connectMailbox, { signIn: 'google-app' })}>
          <ByConnecting {...props} way="google-app" />
        </More>
      </More>
      <More title={say.custom} open={way === 'custom'}>
        <BySignIn {...props} provider="custom" />
      </More>
      <p class="hint">{draft.there === null ? say.sealed : say.kept}</p>
    </>
  );
}

type Way = 'password' | Provider;
type Provider = 'microsoft' | 'google' | 'custom';

/** Which of the ways is open: the one that was just tried, the one it has, or the one that fits what was found. */
function wayOf({ tried, draft: { found, there } }: Props): Way {
  const [asked] = tried === null ? [] : [tried.values.provider?.[0] ?? tried.values.signIn?.[0]?.replace(/-app$/, '')];
  if (asked !== undefined) return asked as Way;
  const { signIn } = (there?.value ?? {}) as { readonly signIn?: { readonly provider: Way } };
  return signIn?.provider ?? found?.signIn ?? 'password';
}

function Found({ messages, draft: { found, isLooked } }: Props) {
  const say = messages.mailboxes;
  if (!isLooked) return null;
  if (found === null) return <p class="notice">{say.notFound}</p>;
  return (
    <p class="notice">
      {say.found[found.by](inertLine(found.host, 255))} {found.signIn === 'password' && say.foundCheck}{' '}
      {found.user === null && say.ownUser}
    </p>
  );
}

const AT = {
  microsoft: { host: 'outlook.office365.com' },
  google: { host: 'imap.gmail.com' },
  custom: {},
  password: {},
} as const;

/** What stands in the fields at first: what was found, or what is there. */
function usualOf({ draft: { address, found, there } }: Props, way: Way): Record<string, string> {
  const value = (there?.value ?? {}) as Readonly<Record<string, unknown>>;
  const signIn = (value.signIn ?? {}) as Readonly<Record<string, unknown>>;
  const known = { ...AT[way], ...hostOf(found, way), ...value };
  const text = (name: string) => (known as Record<string, unknown>)[name];
  const domain = address.split('@')[1] ?? '';
  return {
    host: String(text('host') ?? ''),
    port: String(text('port') ?? ''),
    security: String(text('security') ?? 'tls'),
    user: String(text('user') ?? (found !== null && found.user === null ? '' : (found?.user ?? address))),
    folder: value.folder === undefined || value.folder === 'INBOX' ? '' : String(value.folder),
    tenant: String(signIn.tenant ?? (way === 'microsoft' ? domain : '')),
    clientId: String(signIn.clientId ?? ''),
    tokenUrl: String(signIn.tokenUrl ?? ''),
    scope: String(signIn.scope ?? ''),
  };
}

/** A service has its own server, whatever was found for a password. */
const hostOf = (found: FoundMailbox | null, way: Way) =>
  found === null || (way !== 'password' && way !== 'custom')
    ? {}
    : { host: found.host, security: found.security, ...(found.port === 993 ? {} : { port: found.port }) };

function ByConnecting(props: Props & { readonly way: SignInWay }) {
  const { messages, draft, way, tried } = props;
  const say = messages.mailboxes;
  const usual = usualOf(props, way === 'password' ? 'password' : way === 'microsoft-app' ? 'microsoft' : 'google');
  const own = isTried(tried, connectMailbox, { signIn: way });
  const words =
    way === 'password'
      ? say.connect
      : {
          ...say.connect,
          fields: { ...say.connect.fields, secret: { ...say.connect.fields.secret, label: say.secrets[way] } },
        };
  const {
    action,
    settled,
    field,
    tried: again,
  } = formOf({
    ...{ act: connectMailbox, say: words, messages, today: props.today, tried, usual, at: { signIn: way } },
    within: own || (tried === null && way === 'password') ? undefined : way,
  } as Parameters<typeof formOf<typeof connectMailbox>>[0]);
  const wrong = Object.keys(again?.problems ?? {});
  return (
    <form method="post" action={action}>
      {settled}
      <Whose draft={draft} />
      {field('user')}
      {way === 'microsoft-app' && (
        <>
          {field('tenant')}
          {field('clientId')}
        </>
      )}
      {field('secret')}
      <Server
        title={say.details}
        host={usual.host}
        open={wrong.some((one) => (SERVER as readonly string[]).includes(one))}
        field={field}
      />
      <div class="buttons">
        <button type="submit" class="button primary">
          {words.do}
        </button>
      </div>
    </form>
  );
}

const SERVER = ['host', 'port', 'security', 'folder'] as const;

interface ServerProps {
  readonly title: string;
  readonly host: string | undefined;
  readonly open: boolean; // also where the host is known
  readonly field: (name: (typeof SERVER)[number]) => Child;
}

/** What is usual, folded away as long as the host is known. */
const Server = ({ title, host = '', open, field }: ServerProps) => (
  <More title={host === '' ? title : `${title}（${host}）`} open={host === '' || open}>
    {SERVER.map((name) => field(name))}
  </More>
);

/** Which mailbox it is. */
const Whose = ({ draft: { name, purpose, address } }: { readonly draft: Draft }) => (
  <>
    <input type="hidden" name="name" value={name} />
    <input type="hidden" name="purpose" value={purpose} />
    <input type="hidden" name="address" value={address} />
  </>
);

function BySignIn(props: Props & { readonly provider: Provider }) {
  const { messages, draft, provider, tried, redirect } = props;
  const say = messages.mailboxes;
  const usual = usualOf(props, provider);
  const own = isTried(tried, goToSignIn, { provider });
  const { action, settled, field } = formOf({
    ...{ act: goToSignIn, say: say.signIn, messages, today: props.today, tried, usual, at: { provider } },
    within: own ? undefined : `${provider}-in`,
  } as Parameters<typeof formOf<typeof goToSignIn>>[0]);
  return (
    <form method="post" action={action}>
      <p>{say.register(say.wheres[provider])}</p>
      <p>
        <code class="copied">{redirect}</code>
      </p>
      <p class="hint">{say.rights[provider]}</p>
      {settled}
      <Whose draft={draft} />
      {field('user')}
      {provider === 'microsoft' && field('tenant')}
      {field('clientId')}
      {field('secret')}
      {provider === 'custom' && (
        <>
          {field('authorizeUrl')}
          {field('tokenUrl')}
          {field('scope')}
        </>
      )}
      <Server title={say.details} host={usual.host} open={own} field={field} />
      <div class="buttons">
        <button type="submit" class="button primary">
          {say.signIn.do}
        </button>
      </div>
    </form>
  );
}
