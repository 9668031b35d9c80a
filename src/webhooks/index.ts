export { WebhooksModule } from './webhooks.module.js';
export { describeWebhooks } from './webhook-documents.js';
export { WebhooksJobsModule } from './webhooks.jobs.module.js';
