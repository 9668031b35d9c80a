import { Module } from '@nestjs/common';

import { DeliveriesController } from './api/deliveries.controller.js';
import { EndpointActionsController } from './api/endpoint-actions.controller.js';
import { EndpointsController } from './api/endpoints.controller.js';
import { EventConsumersController } from './api/event-consumers.controller.js';
import { EventTypesController } from './api/event-types.controller.js';
import { EventsController } from './api/events.controller.js';
import { InboxController } from './api/inbox.controller.js';
import { InboxIntakeController } from './api/inbox-intake.controller.js';
import { ReplaysController } from './api/replays.controller.js';
import { WebhookKeysController } from './api/webhook-keys.controller.js';
import { DeliveryLog } from './application/delivery-log.service.js';
import { EndpointSecrets } from './application/endpoint-secrets.service.js';
import { EndpointStatistics } from './application/endpoint-statistics.js';
import { Endpoints } from './application/endpoints.service.js';
import { EventConsumers } from './application/event-consumers.service.js';
import { EventReader } from './application/event-reader.service.js';
import { InboxIntake } from './application/inbox-intake.js';
import { Inboxes } from './application/inboxes.service.js';
import { Replays } from './application/replays.service.js';
import { TestSends } from './application/test-sends.service.js';
import { WebhookKeys } from './application/webhook-keys.js';

@Module({
  controllers: [
    EndpointsController,
    EndpointActionsController,
    DeliveriesController,
    EventsController,
    EventTypesController,
    EventConsumersController,
    ReplaysController,
    WebhookKeysController,
    InboxController,
    InboxIntakeController,
  ],
  providers: [
    Endpoints,
    DeliveryLog,
    EventReader,
    EventConsumers,
    Replays,
    EndpointSecrets,
    EndpointStatistics,
    TestSends,
    WebhookKeys,
    Inboxes,
    InboxIntake,
  ],
})
export class WebhooksModule {}
