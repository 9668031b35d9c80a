import { defineSubscriber } from '../../platform/queues/job-definition.js';

export const ON_ORDER_PLACED = defineSubscriber('customs.on-order-placed');
