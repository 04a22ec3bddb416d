import type { Handler } from 'hono';
import type { CaseMail } from '../../../cases/index.ts';
import type { Attachment } from '../../../mail/index.ts';
import { loadCase, loadCaseMail, rawOfCaseMail } from '../../../store/index.ts';
import { type FrontDeps, maskingOf } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { caseIdOf, mailIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { FileView } from './attachment-view.tsx';

/** The page before the file: what it is, and a warning. */
export const offerFile =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const file = await fileOf(c, deps);
    if (file === null) return c.notFound();
    const filename = await coveredName(c, deps, file.attachment.filename);
    return filePage(c, deps, { ...file.attachment, filename });
  };

export const sendFile =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const file = await fileOf(c, deps);
    const raw = file && (await rawOfCaseMail(deps.db, caseIdOf(c), file.mailId));
    const bytes = raw && (await deps.attachment(raw, file.index));
    if (file === null || bytes === null) return c.notFound();
    await deps.audit.record(entryOf(c, deps, 'file.download', `${mailTarget(c)}/file/${file.index}`));
    return asFile(c, bytes, await coveredName(c, deps, file.attachment.filename));
  };

/** The same for the mail itself, as it was received. */
export const offerOriginal =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const mail = await mailOf(c, deps);
    if (mail === null) return c.notFound();
    return filePage(c, deps, { ...originalOf(c), size: mail.size, sha256: null });
  };

export const sendOriginal =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const mail = await mailOf(c, deps);
    const raw = mail && (await rawOfCaseMail(deps.db, caseIdOf(c), mail.mailId));
    if (raw === null) return c.notFound();
    await deps.audit.record(entryOf(c, deps, 'file.download', mailTarget(c)));
    return asFile(c, raw, originalOf(c).filename);
  };

const mailTarget = (c: WebContext): string => `case/${caseIdOf(c)}/mail/${c.req.param('mail')}`;

const originalOf = (c: WebContext) => ({
  filename: `case-${caseIdOf(c)}-mail-${c.req.param('mail')}.eml`,
  contentType: 'message/rfc822',
});

/** Never anything a browser would open: bytes without a type, to be saved. */
export function asFile(c: WebContext, bytes: Uint8Array, filename: string): Response {
  const ascii = filename.replace(/[^\w.-]/g, '_');
  return c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(filename)}`,
  });
}

const encodeRfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name by a stranger, as far as the page of the case would show it. */
async function coveredName(c: WebContext, { db }: FrontDeps, filename: string): Promise<string> {
  const detail = await loadCase(db, caseIdOf(c), visibilityOf(c));
  if (detail === null) return filename;
  const { maskAll } = c.get('preferences');
  return (await maskingOf(db, detail, { language: c.get('language'), maskAll })).cover(filename);
}

/** A mail of this case whose bytes are kept. */
async function mailOf(c: WebContext, { db }: FrontDeps): Promise<CaseMail | null> {
  const id = mailIdOf(c);
  const item = id && (await loadCaseMail(db, caseIdOf(c), id, visibilityOf(c)));
  return item?.kept ? item : null;
}

async function fileOf(c: WebContext, deps: FrontDeps) {
  const mail = await mailOf(c, deps);
  const index = Number(c.req.param('index'));
  const attachment = (mail && (await deps.read(mail)))?.attachments[index];
  return mail === null || attachment === undefined ? null : { mailId: mail.mailId, index, attachment };
}

function filePage(
  c: WebContext,
  deps: FrontDeps,
  file: Omit<Attachment, 'sha256'> & { readonly sha256: string | null },
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.file.title, section: 'cases' },
    <FileView messages={messages} file={file} back={`/cases/${caseIdOf(c)}`} />,
  );
}
