import { defineSubscriber } from '../../platform/queues/job-definition.js';

export const ON_BOOKING_CONFIRMED = defineSubscriber('customs.on-booking-confirmed');
