import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FrontDeps } from '../../shared/index.ts';
import { first, type Values } from '../shell/form-values.ts';
import { page, type WebContext } from '../shell/page.tsx';
import { type EditProps, EditView } from './edit-view.tsx';

interface EditState extends Partial<Omit<EditProps, 'messages' | 'values' | 'newCasesWithoutReason'>> {
  readonly values: Values;
  readonly status?: ContentfulStatusCode;
}

/** Whether nobody has written anything to look for yet. */
const isEmpty = (values: Values): boolean =>
  (['do', 'be', 'noun', 'say', 'match'] as const).every((name) => first(values, name).trim() === '');

/** The form, new or as it came back. */
export function editPage(c: WebContext, deps: FrontDeps, { values, status = 200, ...state }: EditState) {
  const messages = c.get('messages');
  const isNew = state.isNew ?? first(values, 'new') === '1';
  const id = first(values, 'id');
  return page(
    c,
    deps,
    {
      title: isNew ? messages.tuning.teach : messages.tuning.editTitle(id),
      section: 'dictionaries',
      status,
      ...(c.req.method === 'GET' ? {} : { here: isNew ? '/dictionaries/new' : `/dictionaries/${id}/edit` }),
    },
    <EditView
      messages={messages}
      values={values}
      isNew={isNew}
      newCasesWithoutReason={deps.lab.newCasesWithoutReason}
      complaints={state.complaints ?? []}
      conflict={state.conflict ?? null}
      words={state.words ?? []}
      fromCase={state.fromCase ?? null}
      preview={state.preview ?? { kind: isEmpty(values) ? 'empty' : 'waits' }}
    />,
  );
}
