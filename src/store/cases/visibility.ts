import { eq, type SQL } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import { caseFile } from '../schema/core.ts';

/**
 * What someone may see: a case that was handed in confidentially is there for the consultation desk alone. Every
 * question about cases takes one, and who names none sees none of these.
 */
export interface Visibility {
  readonly seesConfidential: boolean;
}

/** The same of someone, for what is about them alone. */
export interface Onlooker extends Visibility {
  readonly person: PersonId;
}

/** Of commands, notifications, figures and exports, and of everyone without the role `desk`. */
export const USUAL_VISIBILITY: Visibility = { seesConfidential: false };

/** Belongs into every query that shows or counts cases. */
export const isVisible = ({ seesConfidential }: Visibility): SQL | undefined =>
  seesConfidential ? undefined : eq(caseFile.confidential, false);
