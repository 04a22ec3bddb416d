import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { parseCaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { dictionaryTabUrl, editUrl } from '../dictionaries/tabs.ts';
import { first, type Values } from '../shell/form-values.ts';
import { page, type WebContext } from '../shell/page.tsx';
import { type EditProps, EditView } from './edit-view.tsx';
import { TeachPane } from './teach-pane.tsx';

interface EditState extends Partial<Omit<EditProps, 'messages' | 'values' | 'newCasesWithoutReason' | 'fromCase'>> {
  readonly values: Values;
  readonly status?: ContentfulStatusCode;
}

/** Whether nobody has written anything to look for yet. */
const isEmpty = (values: Values): boolean =>
  (['do', 'be', 'noun', 'say', 'match'] as const).every((name) => first(values, name).trim() === '');

/** The form, new or as it came back: a page, or beside the mail where the script asks for it there. */
export function editPage(c: WebContext, deps: FrontDeps, { values, status = 200, ...state }: EditState) {
  const messages = c.get('messages');
  const isNew = state.isNew ?? first(values, 'new') === '1';
  const id = first(values, 'id');
  const fromCase = parseCaseId(first(values, 'case'));
  const props: EditProps = {
    messages,
    values,
    isNew,
    fromCase,
    newCasesWithoutReason: deps.lab.newCasesWithoutReason,
    complaints: state.complaints ?? [],
    loses: state.loses ?? null,
    conflict: state.conflict ?? null,
    words: state.words ?? [],
    preview: state.preview ?? { kind: isEmpty(values) ? 'empty' : 'waits', harmless: values.harmless ?? [] },
  };
  if (fromCase !== null && c.req.header('hx-request') === 'true')
    return c.html(<TeachPane {...props} fromCase={fromCase} />, status);
  return page(
    c,
    deps,
    {
      title: isNew ? messages.tuning.teach : messages.tuning.editTitle(id),
      section: 'dictionaries',
      status,
      ...(c.req.method === 'GET' ? {} : { here: isNew ? dictionaryTabUrl('new') : editUrl(id) }),
    },
    <EditView {...props} />,
  );
}
