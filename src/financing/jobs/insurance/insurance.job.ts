import { INBOUND_JOBS } from '../../../platform/partners/inbound.jobs.js';
import {
  defineJob,
  defineSubscriber,
  defineWatch,
  type JobDefinition,
} from '../../../platform/queues/job-definition.js';

export interface PolicyPayload {
  readonly policyId: string;
}

export interface BuyerLimitPayload {
  readonly limitId: string;
}

export interface ShipmentPayload {
  readonly declarationId: string;
}

export interface InsuranceClaimPayload {
  readonly claimId: string;
}

/** Names the asking that was ordered, so that one that was overtaken does nothing. */
interface Due {
  readonly dueAt: string;
}

export const ON_INSURED_SHIPMENT = defineSubscriber('financing.on-insured-shipment');

/** When the last day of one policy is over. */
export const EXPIRE_INSURANCE_POLICY = defineWatch<PolicyPayload>('financing.expire-insurance-policy');

/** Asks the insurer for one buyer limit. */
export const REQUEST_BUYER_LIMIT = defineJob<BuyerLimitPayload>('financing.request-buyer-limit', { attemptsMax: 12 });

/** Asks the insurer how one limit stands, when it has not spoken for too long. */
export const ASK_BUYER_LIMIT = defineWatch<BuyerLimitPayload & Due>('financing.ask-buyer-limit');

/** Tells the insurer of one shipment. */
export const DECLARE_SHIPMENT = defineJob<ShipmentPayload>('financing.declare-shipment', { attemptsMax: 20 });

/** Tells the insurer that one premium was paid. */
export const TELL_PREMIUM = defineJob<ShipmentPayload>('financing.tell-premium', { attemptsMax: 20 });

/** When a loss has to be told of, and when it is too late for that. */
export const EXPIRE_LOSS_NOTICE = defineWatch<ShipmentPayload>('financing.expire-loss-notice');

/** Tells the insurer of one probable loss. */
export const NOTIFY_LOSS = defineJob<InsuranceClaimPayload>('financing.notify-loss', { attemptsMax: 20 });

/** Files one claim. */
export const FILE_INSURANCE_CLAIM = defineJob<InsuranceClaimPayload>('financing.file-insurance-claim', {
  attemptsMax: 20,
});

/** Asks the insurer how one claim stands, when it has not spoken for too long. */
export const ASK_INSURANCE_CLAIM = defineWatch<InsuranceClaimPayload & Due>('financing.ask-insurance-claim');

/** What the insurer calls back with. */
export const TAKE_INSURER_MESSAGE = INBOUND_JOBS.insurer;

export const INSURANCE_JOBS: readonly JobDefinition<object>[] = [
  ON_INSURED_SHIPMENT,
  EXPIRE_INSURANCE_POLICY,
  REQUEST_BUYER_LIMIT,
  ASK_BUYER_LIMIT,
  DECLARE_SHIPMENT,
  TELL_PREMIUM,
  EXPIRE_LOSS_NOTICE,
  NOTIFY_LOSS,
  FILE_INSURANCE_CLAIM,
  ASK_INSURANCE_CLAIM,
  TAKE_INSURER_MESSAGE,
];
