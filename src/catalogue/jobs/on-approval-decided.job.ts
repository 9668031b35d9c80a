import { defineSubscriber } from '../../platform/queues/job-definition.js';

export const ON_APPROVAL_DECIDED = defineSubscriber('catalogue.on-approval-decided');
