import { type EventType } from '../events.js';

type OfGuarantees = Extract<EventType, `financing.guarantee_${string}` | `financing.recourse_claim.${string}`>;

/** Who hears what happens to groups that guarantee for one another: nobody but the event feed. */
export const GUARANTEE_SUBSCRIPTIONS: Readonly<Record<OfGuarantees, readonly string[]>> = {
  'financing.guarantee_group.created': [],
  'financing.guarantee_group.activated': [],
  'financing.guarantee_group.frozen': [],
  'financing.guarantee_group.unfrozen': [],
  'financing.guarantee_group.dissolved': [],
  'financing.guarantee_group.member_invited': [],
  'financing.guarantee_group.member_accepted': [],
  'financing.guarantee_group.member_left': [],
  'financing.guarantee_group.contributed': [],
  'financing.guarantee_group.draw_announced': [],
  'financing.guarantee_group.draw_answered': [],
  'financing.guarantee_call.opened': [],
  'financing.guarantee_call.collected': [],
  'financing.guarantee_call.covered': [],
  'financing.recourse_claim.opened': [],
  'financing.recourse_claim.repaid': [],
  'financing.recourse_claim.settled': [],
};
