import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { type LoanSubject } from '../../domain/subject.js';
import { type Advance } from '../../entities/advance.entity.js';
import { DrawNotice } from '../../entities/draw-notice.entity.js';
import { GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { findLive } from './guarantee-draws.service.js';
import { isOverdue } from './guarantee-endings.service.js';
import { rulesOfDay } from './guarantee-groups.service.js';
import { announceDraw } from './guarantee-news.js';
import { exposuresOf, lockGroup, presentMembers, today } from './group-rows.js';

const USED = `
  SELECT n.id FROM financing.draw_notice n
  LEFT JOIN financing.advance a ON a.tenant_id = n.tenant_id AND a.id = n.advance_id
  WHERE n.tenant_id = $1 AND n.group_id = $2 AND n.party_id = $3 AND n.state = 'used' AND n.order_id IS NOT DISTINCT FROM $4::uuid
    AND (n.advance_id = $5::uuid OR a.state = 'declined' OR (n.advance_id IS NULL AND n.order_id IS NOT NULL))
  ORDER BY n.id DESC LIMIT 1`;

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

/** For which loan it is looked at: what was consented to is used by one, or by the next one on the same where that came to nothing. */
export interface Asking {
  readonly sellerId: string;
  readonly subject: LoanSubject;
  /** Null of one that is not there yet. */
  readonly advanceId: string | null;
}

/** @returns null where the seller is in no group */
export async function standingOf(tx: Tx, asking: Asking): Promise<GuaranteeStanding | null> {
  const { sellerId } = asking;
  const groupId = await activeGroupOf(tx, sellerId);
  if (groupId === null) return null;
  // Held: two members cannot draw past each other, and nobody freezes the group meanwhile.
  const group = await lockGroup(tx, groupId);
  const day = today(tx);
  const clearedFor = () => heldNotice(tx, groupId, asking);
  return judge(tx, { group, asking, day, clearedFor });
}

/** The same for who only looks: nothing is held, and nothing lapses. */
export async function seenStanding(view: View, asking: Asking, day: LocalDate): Promise<GuaranteeStanding | null> {
  const { sellerId } = asking;
  const groupId = await activeGroupOf(view, sellerId);
  const group = groupId === null ? null : await view.find(GuaranteeGroup, groupId);
  if (group === null) return null;
  const clearedFor = async (): Promise<DrawNotice | null> => {
    const used = await usedNotice(view, group.id, asking);
    if (used !== null) return used;
    const where = { tenantId: view.tenantId, groupId: group.id, partyId: sellerId, state: 'cleared' as const };
    const live = await view.manager.findOne(DrawNotice, { where });
    return live !== null && live.expiresOn >= day ? live : null;
  };
  return judge(view, { group, asking, day, clearedFor });
}

export async function activeGroupOf(view: View, sellerId: string): Promise<string | null> {
  const [row] = await view.query<{ groupId: string }>(MEMBERSHIP, [view.tenantId, sellerId]);
  return row?.groupId ?? null;
}

interface Question {
  readonly group: GuaranteeGroup;
  readonly asking: Asking;
  readonly day: LocalDate;
  readonly clearedFor: () => Promise<DrawNotice | null>;
}

async function judge(view: View, question: Question): Promise<GuaranteeStanding | null> {
  const { group, asking, day, clearedFor } = question;
  const members = await presentMembers(view, group.id);
  const member = members.find(({ partyId, state }) => partyId === asking.sellerId && state === 'active');
  if (member === undefined) return null;
  const isFrozen = group.state !== 'active' || (await isOverdue(view, members, day));
  const free = await freeOf(view, member, { day, except: asking.advanceId });
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
export async function useNotice(
  tx: Tx,
  standing: GuaranteeStanding | null,
  { id, orderId }: Pick<Advance, 'id' | 'orderId'>,
): Promise<void> {
  const notice = standing?.notice ?? null;
  if (notice?.state !== 'cleared') return;
  notice.use({ advanceId: id, orderId }, tx.now);
  await tx.store(DrawNotice, notice);
  announceDraw(tx, { id: notice.groupId }, notice, 'draw_answered');
}

async function freeOf(
  view: View,
  { partyId, limit }: GuaranteeMember,
  { day, except }: { readonly day: LocalDate; readonly except: string | null },
): Promise<Money> {
  const owed = await exposuresOf(view, [partyId], { currency: limit.currency, day, except });
  const zero = Money.zero(limit.currency);
  return Money.max(zero, limit.minus(owed.get(partyId) ?? zero));
}

async function heldNotice(tx: Tx, groupId: string, asking: Asking): Promise<DrawNotice | null> {
  const used = await usedNotice(tx, groupId, asking);
  if (used !== null) return used;
  const live = await findLive(tx, groupId);
  return live?.state === 'cleared' && live.partyId === asking.sellerId && live.expiresOn >= today(tx) ? live : null;
}

/** Notices of before name the order alone. */
async function usedNotice(view: View, groupId: string, asking: Asking): Promise<DrawNotice | null> {
  const { sellerId, subject, advanceId } = asking;
  const orderId = subject.kind === 'order' ? subject.id : null;
  const [row] = await view.query<{ id: string }>(USED, [view.tenantId, groupId, sellerId, orderId, advanceId]);
  return row === undefined ? null : view.find(DrawNotice, row.id);
}
