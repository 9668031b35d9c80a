import { Module } from '@nestjs/common';

import { AttemptLog } from './application/attempt-log.js';
import { Dispatcher } from './application/dispatcher.js';
import { EndpointDisabler } from './application/endpoint-disabler.js';
import { FanOut } from './application/fan-out.js';
import { Replayer } from './application/replayer.js';
import { Sender } from './application/sender.js';

/** Runs in the worker process only. */
@Module({ providers: [Sender, AttemptLog, EndpointDisabler, Dispatcher, FanOut, Replayer] })
export class WebhooksJobsModule {}
