import { type InputCheck } from '../../../kernel/input-check.js';
import { type LimitLevel } from './levels.js';
import { SAY } from './limit.sentences.js';

/** What names whatever a limit is of. */
export interface LimitNames {
  readonly lender?: string | undefined;
  readonly groupId?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly product?: string | undefined;
  readonly buyerId?: string | undefined;
}

const NAMED: Readonly<Record<LimitLevel, readonly (keyof LimitNames)[]>> = {
  platform: [],
  lender: ['lender'],
  group: ['groupId'],
  client: ['sellerId'],
  product: ['sellerId', 'product'],
  buyer: ['buyerId'],
};
const FIELDS: readonly (keyof LimitNames)[] = ['lender', 'groupId', 'sellerId', 'product', 'buyerId'];

/** Notes what is missing, and what a level does not have: what a caller gives is never silently left out. */
export function checkNames(check: InputCheck, level: LimitLevel, names: LimitNames): void {
  for (const field of FIELDS) {
    const value = names[field];
    if (NAMED[level].includes(field)) check.required(value, `/${field}`);
    else check.that(value === undefined, `/${field}`, 'not_applicable', SAY.not_of_level({ level }));
  }
}
