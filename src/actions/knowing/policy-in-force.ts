import { createHash } from 'node:crypto';
import { type Policy, type PolicyInForce, versionOn } from '../../policy/index.ts';
import { policyText, policyVersions } from '../../store/index.ts';
import { dayOf } from '../../util/day.ts';
import type { ActionDeps } from '../deps.ts';

/** What is needed to say what holds now. */
export interface PolicyDeps extends Pick<ActionDeps, 'db' | 'now'> {
  readonly company: { readonly timeZone: string };
  /** What the file of the company says, or the template in a language. */
  readonly policy: (language: 'ja' | 'en') => Promise<Policy>;
}

/** What the company says now: what was published in the browser and has begun, else its file, else the template. */
export async function policyInForce(
  { db, now, company, policy: file }: PolicyDeps,
  language: 'ja' | 'en',
): Promise<PolicyInForce> {
  const versions = await policyVersions(db);
  const version = versionOn(versions, dayOf(now(), company.timeZone));
  if (version !== null) return { kind: 'own', text: (await policyText(db, version.id)) ?? '', version };
  const policy = await file(language);
  if (policy.kind !== 'own') return { ...policy, version: null };
  const hash = hashOfFile(policy.text);
  return { ...policy, version: versions.find(({ fileHash }) => fileHash === hash) ?? null };
}

/** By it the text of a file is known again. */
export const hashOfFile = (text: string): string => createHash('sha256').update(text).digest('hex');
