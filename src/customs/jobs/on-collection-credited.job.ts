import { defineSubscriber } from '../../platform/queues/job-definition.js';

/** Money has come in, and may be taxes that customs gives back. */
export const ON_COLLECTION_CREDITED = defineSubscriber('customs.on-collection-credited');
