import { defineSubscriber } from '../../platform/queues/job-definition.js';

export const ON_ORDER_CANCELLED = defineSubscriber('customs.on-order-cancelled');
