import { defineSubscriber } from '../../platform/queues/job-definition.js';

/** What became of the taxes that were to be paid. */
export const ON_TAX_PAYMENT = defineSubscriber('customs.on-tax-payment');
