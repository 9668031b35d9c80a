import { Module } from '@nestjs/common';

import { AttemptLog } from './application/attempt-log.js';
import { Dispatcher } from './application/dispatcher.js';
import { EndpointDisabler } from './application/endpoint-disabler.js';
import { FanOut } from './application/fan-out.js';
import { Replayer } from './application/replayer.js';
import { RotateWebhookKeys } from './application/rotate-webhook-keys.js';
import { Sender } from './application/sender.js';
import { Signatures } from './application/signatures.js';
import { WebhookKeys } from './application/webhook-keys.js';

/** Runs in the worker process only. */
@Module({
  providers: [
    Sender,
    AttemptLog,
    EndpointDisabler,
    Dispatcher,
    FanOut,
    Replayer,
    Signatures,
    WebhookKeys,
    RotateWebhookKeys,
  ],
})
export class WebhooksJobsModule {}
