import { Module } from '@nestjs/common';

import { PartiesJobsModule } from '../parties/index.js';
import { OrderBook } from './application/order-book.js';
import { OrderTracks } from './application/order-tracks.service.js';
import { OnServiceEvent } from './jobs/on-service-event.processor.js';

/** Keeps every order's tracks and overall state from the events of the services. */
@Module({
  imports: [PartiesJobsModule],
  providers: [OrderBook, OrderTracks, OnServiceEvent],
  exports: [OrderBook],
})
export class OrdersJobsModule {}
