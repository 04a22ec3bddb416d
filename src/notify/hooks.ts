import { createHmac } from 'node:crypto';
import { isSafeAddress } from '../util/safe-address.ts';
import type { Message } from './message.ts';
import { NotifyError } from './problem.ts';

const ANSWER_WITHIN_MS = 10_000;
const CHATWORK = 'https://api.chatwork.com/v2';

type Send = (message: Message) => Promise<void>;

/** Incoming webhooks of Slack and of what takes the same. The format is Slack's: `&`, `<` and `>` are escaped. */
export function slack(url: string | null): Send {
  return ({ title, lines, link }) => {
    const text = [`*${title}*`, ...lines, link].join('\n');
    return postJson(url, { text: text.replace(/[&<>]/g, (sign) => SLACK_ESCAPES[sign]!) });
  };
}

const SLACK_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A Teams workflow "when a webhook request is received" takes an adaptive card. */
export function teams(url: string | null): Send {
  return ({ title, lines, link }) =>
    postJson(url, {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            body: [
              { type: 'TextBlock', weight: 'Bolder', wrap: true, text: title },
              ...lines.map((text) => ({ type: 'TextBlock', wrap: true, text })),
            ],
            actions: [{ type: 'Action.OpenUrl', title: '画面を開く / Open', url: link }],
          },
        },
      ],
    });
}

/** A message in a Chatwork room, by its API v2. */
export function chatwork(room: string, token: string | null, api = CHATWORK): Send {
  return async ({ title, lines, link }) => {
    if (token === null) throw missing('Chatwork の API トークン', 'the API token of Chatwork');
    await post(`${api}/rooms/${room}/messages`, {
      headers: { 'x-chatworktoken': token },
      body: new URLSearchParams({ body: `[info][title]${title}[/title]${[...lines, link].join('\n')}[/info]` }),
    });
  };
}

/** A webhook signed as Standard Webhooks has it (https://www.standardwebhooks.com), so that its receiver can trust it. */
export function webhook(url: string | null, secret: string | null): Send {
  return async ({ id, kind, title, lines, link, count }) => {
    if (secret === null) throw missing('署名の秘密鍵', 'the signing secret');
    const now = new Date();
    const seconds = String(Math.floor(now.getTime() / 1000));
    const body = JSON.stringify({
      type: `komainu.${kind}`,
      timestamp: now.toISOString(),
      data: { title, text: lines.join('\n'), link, cases: count },
    });
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`,
    };
    await post(url, { headers, body });
  };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/; // Node takes anything for base64

function keyOf(secret: string): Buffer {
  const written = secret.replace(/^whsec_/, '');
  if (written !== '' && BASE64.test(written)) return Buffer.from(written, 'base64');
  throw new NotifyError(
    '署名の秘密鍵は base64 で書いてください (whsec_…)。/ Write the signing secret in base64 (whsec_…).',
  );
}

const postJson = (url: string | null, body: unknown): Promise<void> =>
  post(url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function post(url: string | null, request: { headers: Record<string, string>; body: string | URLSearchParams }) {
  if (url === null) throw missing('送り先の URL', 'the URL to send to');
  const response = await fetch(checked(url), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...request,
  }).catch((cause: unknown) => {
    throw new NotifyError('送り先に届きません。/ The receiver cannot be reached.', { cause });
  });
  await response.body?.cancel();
  if (!response.ok)
    throw new NotifyError(
      `送り先が受け取りませんでした (HTTP ${response.status})。/ The receiver refused it (HTTP ${response.status}).`,
    );
}

function checked(text: string): string {
  if (isSafeAddress(text)) return text;
  throw new NotifyError(
    '送り先の URL は https:// で始まるものにしてください。/ The URL to send to must begin with https://.',
  );
}

const missing = (ja: string, en: string): NotifyError =>
  new NotifyError(
    `${ja}がありません。環境変数かファイルで渡してください。/ ${en} is missing: give it in the environment or a file.`,
  );
