import { localApi } from '../../../../src/fronts/api/local/index.ts';
import type { TestDesk } from '../../web/support/desk.ts';

/** The local API on the store of a desk. */
export const localApiOf = (desk: TestDesk): ReturnType<typeof localApi> =>
  localApi({
    ...desk.deps,
    store: desk.store,
    baseUrl: 'http://desk.example.jp',
    backlog: async () => 0,
    checkSetUp: async () => [],
    urgentChannels: () => [],
  });
