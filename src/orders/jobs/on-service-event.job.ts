import { defineSubscriber, type JobDefinition } from '../../platform/queues/job-definition.js';

/** Hears what the five services did for an order. */
export const ON_SERVICE_EVENT = defineSubscriber('orders.on-service-event');

export const ORDERS_JOBS: readonly JobDefinition<object>[] = [ON_SERVICE_EVENT];
