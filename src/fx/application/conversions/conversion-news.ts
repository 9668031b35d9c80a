import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type Conversion } from '../../entities/conversion.entity.js';

export function publishSettled(tx: Tx, conversion: Conversion, creates: boolean): void {
  publish(tx, {
    type: 'fx.conversion.settled',
    resource: { type: 'conversion', id: conversion.id },
    orderId: conversion.orderId,
    creates,
    changed: ['state', 'dealId', 'valueDate'],
    data: {
      sold: conversion.sold.toJSON(),
      bought: conversion.bought.toJSON(),
      rate: conversion.ratePerOne.toFixed(),
      planned: conversion.planned?.toJSON() ?? null,
    },
  });
}

export function noteConversion(tx: Tx, { id, state }: Conversion, action: string, from: string | null): void {
  audit(tx, { action, resourceType: 'conversion', resourceId: id, from, to: state });
}
