import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type DrawNotice } from '../../entities/draw-notice.entity.js';
import { type GuaranteeCall } from '../../entities/guarantee-call.entity.js';
import { type GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type RecourseClaim } from '../../entities/recourse-claim.entity.js';

const about = ({ id }: { readonly id: string }, changed: readonly string[]) =>
  ({ resource: { type: 'guaranteeGroup', id }, changed }) as const;

/** @param details facts for a later reader */
export function noteGroup(
  tx: Tx,
  action: string,
  { id, state }: GuaranteeGroup,
  from: string | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const resource = { resourceType: 'guaranteeGroup', resourceId: id };
  audit(tx, { action: `financing.guarantee_group.${action}`, ...resource, from, to: state, details });
}

export function announceCreated(tx: Tx, group: GuaranteeGroup, members: number): void {
  const data = { name: group.name, members };
  publish(tx, { type: 'financing.guarantee_group.created', ...about(group, []), creates: true, data });
}

export function announceState(tx: Tx, group: GuaranteeGroup, what: 'activated' | 'unfrozen' | 'dissolved'): void {
  const data = { name: group.name };
  publish(tx, { type: `financing.guarantee_group.${what}`, ...about(group, ['state']), data });
}

export function announceFrozen(tx: Tx, group: GuaranteeGroup): void {
  const data = { name: group.name, reason: group.freezeReason ?? '' };
  publish(tx, { type: 'financing.guarantee_group.frozen', ...about(group, ['state', 'freezeReason']), data });
}

export function announceMember(
  tx: Tx,
  group: GuaranteeGroup,
  what: 'member_invited' | 'member_accepted',
  partyId: string,
): void {
  const data = { partyId: publicId('party', partyId) };
  publish(tx, { type: `financing.guarantee_group.${what}`, ...about(group, ['members']), data });
}

export function announceLeft(tx: Tx, group: GuaranteeGroup, partyId: string, returned: Money): void {
  const data = { partyId: publicId('party', partyId), returned: returned.toJSON() };
  publish(tx, { type: 'financing.guarantee_group.member_left', ...about(group, ['members']), data });
}

export function announceContribution(tx: Tx, group: GuaranteeGroup, partyId: string, amount: Money): void {
  const data = { partyId: publicId('party', partyId), amount: amount.toJSON() };
  publish(tx, { type: 'financing.guarantee_group.contributed', ...about(group, ['pool']), data });
}

/** A draw was announced, or somebody has said yes or no to it. */
export function announceDraw(
  tx: Tx,
  { id }: Pick<GuaranteeGroup, 'id'>,
  notice: DrawNotice,
  what: 'draw_announced' | 'draw_answered',
): void {
  publish(tx, {
    type: `financing.guarantee_group.${what}`,
    ...about({ id }, ['draw']),
    data: {
      noticeId: publicId('drawNotice', notice.id),
      partyId: publicId('party', notice.partyId),
      amount: notice.amount.toJSON(),
      state: notice.state,
    },
  });
}

export function announceCall(tx: Tx, call: GuaranteeCall): void {
  publish(tx, {
    type: 'financing.guarantee_call.opened',
    resource: { type: 'guaranteeCall', id: call.id },
    creates: true,
    data: {
      groupId: publicId('guaranteeGroup', call.groupId),
      advanceId: publicId('advance', call.advanceId),
      partyId: publicId('party', call.partyId),
      due: call.due.toJSON(),
    },
  });
  const resource = { resourceType: 'guaranteeCall', resourceId: call.id };
  audit(tx, { action: 'financing.guarantee_call.open', ...resource, from: null, to: call.state });
}

/** Money was taken for it, or the lender has everything by now. */
export function announceCollected(tx: Tx, call: GuaranteeCall, collected: Money): void {
  const what = call.state === 'covered' ? 'covered' : 'collected';
  publish(tx, {
    type: `financing.guarantee_call.${what}`,
    resource: { type: 'guaranteeCall', id: call.id },
    changed: ['state', 'shortfall'],
    data: { collected: collected.toJSON(), shortfall: call.shortfall.toJSON() },
  });
  const resource = { resourceType: 'guaranteeCall', resourceId: call.id };
  const details = { collected: String(collected), shortfall: String(call.shortfall) };
  audit(tx, { action: 'financing.guarantee_call.collect', ...resource, from: 'open', to: call.state, details });
}

export function announceRecourse(tx: Tx, claim: RecourseClaim): void {
  publish(tx, {
    type: 'financing.recourse_claim.opened',
    resource: { type: 'recourseClaim', id: claim.id },
    creates: true,
    data: {
      debtorId: publicId('party', claim.debtorId),
      creditorId: publicId('party', claim.creditorId),
      amount: claim.amount.toJSON(),
    },
  });
}

export function announceRecourseRepaid(tx: Tx, claim: RecourseClaim, amount: Money): void {
  publish(tx, {
    type: `financing.recourse_claim.${claim.state === 'settled' ? 'settled' : 'repaid'}`,
    resource: { type: 'recourseClaim', id: claim.id },
    changed: ['state', 'outstanding'],
    data: { amount: amount.toJSON(), outstanding: claim.outstanding.toJSON() },
  });
  const resource = { resourceType: 'recourseClaim', resourceId: claim.id };
  audit(tx, {
    ...{ action: 'financing.recourse_claim.repay', ...resource, from: 'open', to: claim.state },
    details: { amount: String(amount) },
  });
}
