import type { Attachment } from '../message.ts';
import type { Leaf } from '../structure/leaf.ts';

/** A leaf that is no text of the mail, with the name it is listed by. */
export type NamedLeaf = ReturnType<typeof filesOf>[number];

/** The files of a mail, attached mails among them, as they are listed. `attachments` are theirs, in their order. */
export const filesOf = (leaves: readonly Leaf[], attachments: readonly Attachment[]) =>
  leaves
    .filter(({ kind }) => kind === 'file' || kind === 'mail')
    .map((leaf, at) => {
      const file = attachments[at]?.filename ?? '';
      return { leaf, file, isMail: leaf.kind === 'mail' || /\.eml$/i.test(file) };
    });
