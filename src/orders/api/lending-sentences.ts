import { type EventType } from '../../contracts/events.js';
import { type Words } from './entrusting-sentences.js';

type LendingEvent = Extract<EventType, 'financing.product.version_added' | 'financing.limit.changed'>;

/** What is said of the terms on which lenders lend. */
export const OF_LENDING: { readonly [Type in LendingEvent]: Words<Type> } = {
  'financing.product.version_added': ({ code, version, validFrom }) => [
    `Version ${version} of the product ${code} holds from ${validFrom}`,
    `产品 ${code} 第 ${version} 版自 ${validFrom} 起生效`,
  ],
  'financing.limit.changed': ({ level, limit }) => [
    `Limit of the level ${level} set to ${limit.amount} ${limit.currency}`,
    `${level} 级额度已设为 ${limit.amount} ${limit.currency}`,
  ],
};
