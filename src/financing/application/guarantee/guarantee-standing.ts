import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { DrawNotice } from '../../entities/draw-notice.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { findLive } from './guarantee-draws.service.js';
import { isOverdue } from './guarantee-endings.service.js';
import { rulesOfDay } from './guarantee-groups.service.js';
import { announceDraw } from './guarantee-news.js';
import { exposuresOf, lockGroup, presentMembers, today } from './group-rows.js';

/** What the guarantee group of a seller lets it draw. */
export interface GuaranteeStanding {
  readonly reasons: readonly Sentence[];
  /** No more than this. */
  readonly cap: Money;
  /** The draw that the members have consented to, to be used up. */
  readonly notice: DrawNotice | null;
}

const MEMBERSHIP = `
  SELECT group_id AS "groupId" FROM financing.guarantee_member WHERE tenant_id = $1 AND party_id = $2 AND state = 'active'`;

/**
 * @param orderId for which an advance is wanted: what was consented to is used by one order, also where that asks again
 * @returns null where the seller is in no group
 */
export async function standingOf(tx: Tx, sellerId: string, orderId: string): Promise<GuaranteeStanding | null> {
  const [row] = await tx.query<{ groupId: string }>(MEMBERSHIP, [tx.tenantId, sellerId]);
  if (row === undefined) return null;
  // Held: two members cannot draw past each other, and nobody freezes the group meanwhile.
  const group = await lockGroup(tx, row.groupId);
  const members = await presentMembers(tx, group.id);
  const member = members.find(({ partyId, state }) => partyId === sellerId && state === 'active');
  if (member === undefined) return null;
  const isFrozen = group.state !== 'active' || (await isOverdue(tx, members));
  const free = await freeOf(tx, member, orderId);
  const { consentToDraw } = rulesOfDay(group.rulesFrom ?? today(tx));
  const notice = consentToDraw ? await clearedFor(tx, { groupId: group.id, sellerId, orderId }) : null;
  return {
    reasons: [
      ...(isFrozen ? [SAY.group_frozen] : []),
      ...(consentToDraw && notice === null ? [SAY.consent_missing] : []),
    ],
    cap: notice === null ? free : Money.min(free, notice.amount),
    notice,
  };
}

/** The advance is asked for: what was consented to is used up. */
export async function useNotice(tx: Tx, standing: GuaranteeStanding | null, orderId: string): Promise<void> {
  const notice = standing?.notice ?? null;
  if (notice?.state !== 'cleared') return;
  notice.use(orderId, tx.now);
  await tx.store(DrawNotice, notice);
  announceDraw(tx, { id: notice.groupId }, notice, 'draw_answered');
}

async function freeOf(tx: Tx, { partyId, limit }: GuaranteeMember, exceptOrderId: string): Promise<Money> {
  const owed = await exposuresOf(tx, [partyId], { currency: limit.currency, day: today(tx), exceptOrderId });
  const zero = Money.zero(limit.currency);
  return Money.max(zero, limit.minus(owed.get(partyId) ?? zero));
}

async function clearedFor(
  tx: Tx,
  { groupId, sellerId, orderId }: { groupId: string; sellerId: string; orderId: string },
): Promise<DrawNotice | null> {
  const used = await tx.manager.findOne(DrawNotice, { where: { tenantId: tx.tenantId, groupId, orderId } });
  if (used !== null) return used;
  const live = await findLive(tx, groupId);
  return live?.state === 'cleared' && live.partyId === sellerId && live.expiresOn >= today(tx) ? live : null;
}
