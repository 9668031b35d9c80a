import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { DrawNotice } from '../../entities/draw-notice.entity.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { findLive } from './guarantee-draws.service.js';
import { isOverdue } from './guarantee-endings.service.js';
import { rulesOfDay } from './guarantee-groups.service.js';
import { announceDraw } from './guarantee-news.js';
import { exposuresOf, lockGroup, presentMembers, today } from './group-rows.js';

/** What the guarantee group of a seller lets it draw. */
export interface GuaranteeStanding {
  readonly groupId: string;
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
  const groupId = await activeGroupOf(tx, sellerId);
  if (groupId === null) return null;
  // Held: two members cannot draw past each other, and nobody freezes the group meanwhile.
  const group = await lockGroup(tx, groupId);
  const day = today(tx);
  const clearedFor = () => heldNotice(tx, { groupId, sellerId, orderId });
  return judge(tx, { group, sellerId, orderId, day, clearedFor });
}

/** The same for who only looks: nothing is held, and nothing lapses. */
export async function seenStanding(
  view: View,
  { sellerId, orderId, day }: { readonly sellerId: string; readonly orderId: string; readonly day: LocalDate },
): Promise<GuaranteeStanding | null> {
  const groupId = await activeGroupOf(view, sellerId);
  const group = groupId === null ? null : await view.find(GuaranteeGroup, groupId);
  if (group === null) return null;
  const clearedFor = async (): Promise<DrawNotice | null> => {
    const used = await usedNotice(view, group.id, orderId);
    if (used !== null) return used;
    const where = { tenantId: view.tenantId, groupId: group.id, partyId: sellerId, state: 'cleared' as const };
    const live = await view.manager.findOne(DrawNotice, { where });
    return live !== null && live.expiresOn >= day ? live : null;
  };
  return judge(view, { group, sellerId, orderId, day, clearedFor });
}

export async function activeGroupOf(view: View, sellerId: string): Promise<string | null> {
  const [row] = await view.query<{ groupId: string }>(MEMBERSHIP, [view.tenantId, sellerId]);
  return row?.groupId ?? null;
}

interface Question {
  readonly group: GuaranteeGroup;
  readonly sellerId: string;
  readonly orderId: string;
  readonly day: LocalDate;
  readonly clearedFor: () => Promise<DrawNotice | null>;
}

async function judge(view: View, question: Question): Promise<GuaranteeStanding | null> {
  const { group, sellerId, orderId, day, clearedFor } = question;
  const members = await presentMembers(view, group.id);
  const member = members.find(({ partyId, state }) => partyId === sellerId && state === 'active');
  if (member === undefined) return null;
  const isFrozen = group.state !== 'active' || (await isOverdue(view, members, day));
  const free = await freeOf(view, member, { day, orderId });
  const { consentToDraw } = rulesOfDay(group.rulesFrom ?? day);
  const notice = consentToDraw ? await clearedFor() : null;
  return {
    groupId: group.id,
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

async function freeOf(
  view: View,
  { partyId, limit }: GuaranteeMember,
  { day, orderId: exceptOrderId }: { readonly day: LocalDate; readonly orderId: string },
): Promise<Money> {
  const owed = await exposuresOf(view, [partyId], { currency: limit.currency, day, exceptOrderId });
  const zero = Money.zero(limit.currency);
  return Money.max(zero, limit.minus(owed.get(partyId) ?? zero));
}

async function heldNotice(
  tx: Tx,
  { groupId, sellerId, orderId }: { groupId: string; sellerId: string; orderId: string },
): Promise<DrawNotice | null> {
  const used = await usedNotice(tx, groupId, orderId);
  if (used !== null) return used;
  const live = await findLive(tx, groupId);
  return live?.state === 'cleared' && live.partyId === sellerId && live.expiresOn >= today(tx) ? live : null;
}

function usedNotice(view: View, groupId: string, orderId: string): Promise<DrawNotice | null> {
  return view.manager.findOne(DrawNotice, { where: { tenantId: view.tenantId, groupId, orderId } });
}
