import type { Handler } from 'hono';
import { dutyFacts, policyInForce } from '../../../actions/index.ts';
import { dutiesOf } from '../../../response/index.ts';
import { dayOf } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ProofFile } from './file.tsx';
import { type ProofProps, ProofView } from './view.tsx';

/** Each duty beside its records. */
export const showProof =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const proof = await proofOf(c, deps, 'view');
    const { title } = proof.messages.proof;
    return page(c, deps, { title, section: 'proof', here: '/proof' }, <ProofView {...proof} />);
  };

/** The same as one file that needs nothing else. */
export const exportProof =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const proof = await proofOf(c, deps, 'export');
    const file = <ProofFile {...proof} language={c.get('language')} company={deps.company.name} />;
    return c.body(`<!doctype html>\n${file}`, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="komainu-duties-${proof.today}.html"`,
    });
  };

async function proofOf(c: WebContext, deps: FrontDeps, how: 'view' | 'export'): Promise<ProofProps> {
  const { consultation, retention, spotChecks, anchoredElsewhere, dictionary, now, company } = deps;
  const addresses = consultation.addresses.length + consultation.confidentialAddresses.length;
  const policy = await policyInForce(deps, c.get('language'));
  const settings = { addresses, retention, spotChecks, anchoredElsewhere, timeZone: company.timeZone };
  const facts = await dutyFacts(deps, actorOf(c, deps), policy, settings, how);
  return {
    messages: c.get('messages'),
    facts,
    duties: dutiesOf(facts),
    today: dayOf(now(), company.timeZone),
    dictionary: dictionary().version,
  };
}
