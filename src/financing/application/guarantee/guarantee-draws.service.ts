import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { DrawAnnouncedError, GuaranteeOverdueError } from '../../domain/guarantee/guarantee.errors.js';
import { SAY } from '../../domain/guarantee/guarantee.sentences.js';
import { DrawNotice, type ShownExposure } from '../../entities/draw-notice.entity.js';
import { type GuaranteeGroup } from '../../entities/guarantee-group.entity.js';
import { type GuaranteeMember } from '../../entities/guarantee-member.entity.js';
import { isOverdue } from './guarantee-endings.service.js';
import { GuaranteeGroups, inCurrencyOf, memberOf, rulesOfDay } from './guarantee-groups.service.js';
import { announceDraw } from './guarantee-news.js';
import { exposuresOf, type FullGroup, presentMembers, today } from './group-rows.js';

/** Draws of members: shown to the others before they are made, with their consent where the rules want it. */
@Injectable()
export class GuaranteeDraws {
  constructor(private readonly groups: GuaranteeGroups) {}

  /**
   * Shows every member what it answers for now, and what it would.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, DrawAnnouncedError,
   *   GuaranteeOverdueError
   */
  async announce(tx: Tx, id: string, { partyId, amount }: { partyId: string; amount: MoneyJson }): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    group.assertTakes('draw', ['active']);
    const wanted = inCurrencyOf(group, amount);
    const members = (await presentMembers(tx, id)).filter(({ state }) => state === 'active');
    const member = memberOf(members, partyId, ['active']);
    if (await isOverdue(tx, members, today(tx))) throw new GuaranteeOverdueError(SAY.overdue);
    const exposures = await this.exposures(tx, group, members, { member, wanted });
    const live = await liveNotice(tx, id);
    if (live !== null) {
      throw new DrawAnnouncedError(SAY.draw_announced, { noticeId: publicId('drawNotice', live.id) });
    }
    const { noticeDays, consentToDraw } = rulesOfDay(group.rulesFrom ?? today(tx));
    const notice = DrawNotice.announce({
      ...{ tenantId: tx.tenantId, id: newId(), groupId: id, partyId, amount: wanted, exposures, now: tx.now },
      expiresOn: addDays(today(tx), noticeDays),
    });
    if (!consentToDraw || notice.awaited.length === 0) notice.clear(tx.now);
    await tx.insert(DrawNotice, notice);
    announceDraw(tx, group, notice, 'draw_announced');
    return this.groups.keep(tx, group, 'announce_draw', { partyId, amount: String(wanted) });
  }

  /**
   * A member consents, or does not; who draws can take it back.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async answer(
    tx: Tx,
    id: string,
    { noticeId, partyId, consents }: { noticeId: string; partyId: string; consents: boolean },
  ): Promise<FullGroup> {
    const group = await this.groups.lock(tx, id);
    const notice = await tx.lock(DrawNotice, noticeId);
    if (notice?.groupId !== id) throw new ResourceNotFoundError(SAY.no_such_notice);
    memberOf(await presentMembers(tx, id), partyId, ['active']);
    if (notice.expiresOn < today(tx)) notice.lapse(tx.now);
    else if (consents) notice.consent(partyId, tx.now);
    else notice.refuse(tx.now);
    await tx.store(DrawNotice, notice);
    announceDraw(tx, group, notice, 'draw_answered');
    return this.groups.keep(tx, group, 'answer_draw', { partyId, consents });
  }

  private async exposures(
    tx: Tx,
    { currency }: GuaranteeGroup,
    members: readonly GuaranteeMember[],
    { member, wanted }: { readonly member: GuaranteeMember; readonly wanted: Money },
  ): Promise<ShownExposure[]> {
    const ids = members.map(({ partyId }) => partyId);
    const owed = await exposuresOf(tx, ids, { currency, day: today(tx) });
    const own = owed.get(member.partyId) ?? Money.zero(currency);
    const free = Money.max(Money.zero(currency), member.limit.minus(own));
    const check = new InputCheck();
    check.that(!wanted.isMoreThan(free), '/amount', 'over_limit', SAY.over_limit({ free: String(free) }));
    check.done();
    const total = Money.sum([...owed.values()], currency);
    const shown = { before: total.toJSON(), after: total.plus(wanted).toJSON() };
    return ids.map((partyId) => ({ partyId, ...shown }));
  }
}

/** The draw that may be made. One out of date lapses with that. */
async function liveNotice(tx: Tx, groupId: string): Promise<DrawNotice | null> {
  const notice = await findLive(tx, groupId);
  if (notice === null || notice.expiresOn >= today(tx)) return notice;
  notice.lapse(tx.now);
  await tx.store(DrawNotice, notice);
  return null;
}

/** To be called with the group held. */
export function findLive(tx: Tx, groupId: string): Promise<DrawNotice | null> {
  const of = { tenantId: tx.tenantId, groupId } as const;
  return tx.manager.findOne(DrawNotice, {
    where: [
      { ...of, state: 'open' },
      { ...of, state: 'cleared' },
    ],
    lock: { mode: 'for_no_key_update' },
  });
}
