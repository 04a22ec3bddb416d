import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { chatwork, slack, teams, webhook } from '../../src/notify/hooks.ts';
import { NotifyError, toMessage } from '../../src/notify/index.ts';
import { startReceiver } from './receiver.ts';

const message = toMessage({ kind: 'urgent', key: '7', cases: ['7'] }, 'https://desk.example.jp');
const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

describe('a hook', () => {
  it('sends to Slack, with its three signs escaped', async () => {
    await using receiver = await startReceiver();
    await slack(`${receiver.url}/T/B`)({ ...message, lines: ['a <b> & c'] });
    const { path, body } = receiver.received[0]!;
    expect(path).toBe('/T/B');
    expect(JSON.parse(body).text).toBe(`*${message.title}*\na &lt;b&gt; &amp; c\nhttps://desk.example.jp/cases/7`);
  });

  it('sends an adaptive card to Teams, with the link as its button', async () => {
    await using receiver = await startReceiver();
    await teams(receiver.url)(message);
    const [{ content }] = JSON.parse(receiver.received[0]!.body).attachments;
    expect(content.body[0].text).toBe(message.title);
    expect(content.actions).toEqual([expect.objectContaining({ type: 'Action.OpenUrl', url: message.link })]);
  });

  it('posts to a Chatwork room with its token', async () => {
    await using receiver = await startReceiver();
    await chatwork('123', 'the-token', receiver.url)(message);
    const { path, headers, body } = receiver.received[0]!;
    expect([path, headers['x-chatworktoken']]).toEqual(['/rooms/123/messages', 'the-token']);
    expect(new URLSearchParams(body).get('body')).toContain(message.link);
  });

  it('signs a webhook so that its receiver can trust it, and can tell a repetition', async () => {
    await using receiver = await startReceiver();
    const send = webhook(receiver.url, SECRET);
    await send(message);
    await send(message);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([message.id, message.id]);
    const { body, headers } = receiver.received[0]!;
    const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'komainu.urgent', data: { link: message.link, cases: 1 } });
    expect(() => new Webhook(SECRET).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });
});

describe('a hook says in one sentence, without its address,', () => {
  const failureOf = async (send: Promise<void>) => {
    const error = await send.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(NotifyError);
    return (error as Error).message;
  };

  it('that it was refused', async () => {
    await using receiver = await startReceiver();
    receiver.answerWith(410);
    const sentence = await failureOf(slack(`${receiver.url}/secret`)(message));
    expect(sentence).toContain('HTTP 410');
    expect(sentence).not.toContain('secret');
  });

  it('that nobody answers, or points elsewhere', async () => {
    const sentence = 'The receiver cannot be reached';
    expect(await failureOf(slack('http://127.0.0.1:9/secret')(message))).toContain(sentence);
    await using receiver = await startReceiver();
    receiver.answerWith(302);
    expect(await failureOf(slack(receiver.url)(message))).toContain(sentence);
    expect(receiver.received).toHaveLength(1); // the redirect was not followed
  });

  it.each(['http://chat.example.com/x', 'ftp://chat.example.com/', 'no address', 'file:///etc/passwd'])(
    'that %s is no address for it',
    async (url) => expect(await failureOf(slack(url)(message))).toContain('https://'),
  );

  it('that something is missing', async () => {
    expect(await failureOf(slack(null)(message))).toContain('the URL to send to is missing');
    expect(await failureOf(chatwork('1', null)(message))).toContain('token');
    expect(await failureOf(webhook('https://hook.example.com', null)(message))).toContain('signing secret');
    expect(await failureOf(webhook('https://hook.example.com', 'whsec_@@@')(message))).toContain('base64');
  });
});
