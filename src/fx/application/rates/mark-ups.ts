import { Injectable } from '@nestjs/common';

import { type Decimal } from '../../../kernel/decimal.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { quoteRuleOn } from '../../domain/conversions/quote-rule.js';
import { markUpFor, type MarkUpQuestion, type MarkUpTerms } from '../../domain/rates/mark-up.js';
import { MarkUpExistsError } from '../../domain/rates/rates.errors.js';
import { SAY } from '../../domain/rates/rates.sentences.js';
import { MarkUp } from '../../entities/mark-up.entity.js';

/** What is added to a price, and who says so. */
export interface MarkUpInForce {
  readonly share: Decimal;
  readonly version: string;
  readonly source: string;
}

export interface MarkUpFilter {
  readonly currency?: string | undefined;
  readonly partyId?: string | undefined;
}

/** What a tenant adds to the bank's prices. A change holds for quotes from then on; those that were given keep theirs. */
@Injectable()
export class MarkUps {
  constructor(private readonly parties: Parties) {}

  /** The platform's own rule where the tenant has said nothing. */
  async inForce(view: View, question: MarkUpQuestion): Promise<MarkUpInForce> {
    const { on } = question;
    if (question.currency !== 'CNY') {
      const found = markUpFor(await this.all(view), question);
      if (found !== null) {
        const { id, share, validFrom } = found;
        return { share, version: validFrom, source: `Mark-up ${publicId('fxMarkUp', id)}` };
      }
    }
    const { spread, validFrom, source } = quoteRuleOn(on);
    return { share: question.currency === 'CNY' ? spread.times(0) : spread, version: validFrom, source };
  }

  /** @throws InvalidInputError, MarkUpExistsError */
  async make(tx: Tx, terms: MarkUpTerms): Promise<MarkUp> {
    const { partyId, validFrom } = terms;
    if (partyId !== null && (await this.parties.find(tx, partyId)) === null) {
      throw new InvalidInputError([{ pointer: '/sellerId', code: 'unknown', message: SAY.seller_unknown }]);
    }
    const markUp = MarkUp.make({ tenantId: tx.tenantId, id: newId(), now: tx.now }, terms);
    try {
      await tx.insert(MarkUp, markUp);
    } catch (error) {
      if (!violates(error, 'uq_mark_up_begin')) throw error;
      throw new MarkUpExistsError(SAY.mark_up_exists({ validFrom }), { validFrom });
    }
    this.note(tx, markUp, 'made');
    return markUp;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, InvalidInputError */
  async change(tx: Tx, id: string, change: Partial<Pick<MarkUpTerms, 'share' | 'validTo'>>): Promise<MarkUp> {
    const markUp = await tx.lock(MarkUp, id);
    if (markUp === null) throw new ResourceNotFoundError(SAY.no_such_mark_up);
    tx.assertFresh(markUp);
    markUp.change(change, tx.now);
    await tx.store(MarkUp, markUp);
    this.note(tx, markUp, 'changed');
    return markUp;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<MarkUp> {
    const markUp = await view.find(MarkUp, id);
    if (markUp === null) throw new ResourceNotFoundError(SAY.no_such_mark_up);
    return markUp;
  }

  list(view: View, query: PageQuery, { currency, partyId }: MarkUpFilter): Promise<Page<MarkUp>> {
    const conditions = [...equal('currency', currency), ...equal('party_id', partyId)];
    return entityPage(view, MarkUp, { table: 'fx.mark_up', query, conditions });
  }

  private all(view: View): Promise<MarkUp[]> {
    return view.manager.findBy(MarkUp, { tenantId: view.tenantId });
  }

  private note(tx: Tx, { id, share, validFrom, validTo }: MarkUp, what: string): void {
    const details = { share: share.toFixed(), validFrom, validTo };
    audit(tx, { action: `fx.mark_up_${what}`, resourceType: 'fxMarkUp', resourceId: id, details });
  }
}
