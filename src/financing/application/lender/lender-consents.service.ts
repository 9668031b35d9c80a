import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { among, type Page, page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { type ConsentCommand, type ConsentNews, LENDER_CONSENT } from '../../domain/lender/consent-state.js';
import { LenderConsentExistsError, NoSuchLenderTenantError } from '../../domain/lender/lender.errors.js';
import { SAY } from '../../domain/lender/lender.sentences.js';
import { SAY as OF_LIMITS } from '../../domain/limits/limit.sentences.js';
import {
  acceptConsent,
  CONSENT_COLUMNS,
  CONSENT_SIDES,
  type ConsentSide,
  endConsent,
  findConsent,
  type LenderConsent,
  lockConsent,
  offerConsent,
} from '../../entities/lender-consents.table.js';
import { TELL_LENDER_CONSENT } from '../../jobs/lender.job.js';
import { readProducts } from '../products/product-book.js';

const MAY = `SELECT platform.may_mandate($1) AS may`;
/** Each kind of news happens to a consent once, so the log itself says whether it was told. */
const IS_TOLD = `SELECT 1 FROM platform.event WHERE tenant_id = $1 AND resource_id = $2 AND type = $3`;

/** Who lets which lender see what that one lends it, since when, and until when. */
@Injectable()
export class LenderConsents {
  list(
    view: View,
    side: ConsentSide,
    query: PageQuery & { readonly state?: string | undefined },
  ): Promise<Page<LenderConsent>> {
    const conditions = among('state', query.state);
    return page<LenderConsent>(view, { table: CONSENT_SIDES[side], columns: CONSENT_COLUMNS, query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, side: ConsentSide, id: string): Promise<LenderConsent> {
    const consent = await findConsent(view, side, id);
    if (consent === null) throw new ResourceNotFoundError(SAY.no_such_consent);
    return consent;
  }

  /**
   * Offers a lender to see its loans. It holds once that one accepts, so that nobody puts loans into another's portfolio.
   * @throws InvalidInputError, NoSuchLenderTenantError, LenderConsentExistsError
   */
  async offer(tx: Tx, lender: string, lenderId: string): Promise<LenderConsent> {
    const products = await readProducts(tx);
    const check = new InputCheck();
    check.that(
      products.some((product) => product.lender.code === lender),
      '/lender',
      'unknown',
      OF_LIMITS.unknown_lender,
    );
    check.done();
    const [answer] = await tx.query<{ may: boolean }>(MAY, [lenderId]);
    if (answer?.may !== true) throw new NoSuchLenderTenantError(SAY.no_such_lender_tenant);
    const id = newId();
    if (!(await offerConsent(tx, { id, lenderId, lender }))) {
      throw new LenderConsentExistsError(SAY.consent_exists({ lender }), { lender });
    }
    return this.announce(tx, await this.get(tx, 'grantor', id), 'offered', null);
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async accept(tx: Tx, id: string): Promise<LenderConsent> {
    const { state } = await this.held(tx, 'lender', id, 'accept');
    await acceptConsent(tx, id);
    return this.announce(tx, await this.get(tx, 'lender', id), 'accepted', state);
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async decline(tx: Tx, id: string): Promise<LenderConsent> {
    const { state } = await this.held(tx, 'lender', id, 'decline');
    await endConsent(tx, id, 'declined', 'lender');
    return this.announce(tx, await this.get(tx, 'lender', id), 'declined', state);
  }

  /**
   * Nothing new is shown from now on; what was drawn stays, for the loan lives on.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError
   */
  async revoke(tx: Tx, id: string): Promise<LenderConsent> {
    const { state } = await this.held(tx, 'grantor', id, 'revoke');
    await endConsent(tx, id, 'revoked', 'grantor');
    return this.announce(tx, await this.get(tx, 'grantor', id), 'revoked', state);
  }

  /** Puts what happened into the log of the other side, in a transaction of that tenant; what was told is not told again. */
  async tell(tx: Tx, side: ConsentSide, id: string, news: ConsentNews): Promise<void> {
    await lockConsent(tx, id);
    const told = await tx.query(IS_TOLD, [tx.tenantId, id, `financing.lender_consent.${news}`]);
    if (told.length === 0) raise(tx, await this.get(tx, side, id), side, news);
  }

  private async held(tx: Tx, side: ConsentSide, id: string, command: ConsentCommand): Promise<LenderConsent> {
    await lockConsent(tx, id);
    const consent = await this.get(tx, side, id);
    tx.assertFresh({ ...consent, tenantId: tx.tenantId });
    LENDER_CONSENT.next(consent.state, command);
    return consent;
  }

  private announce(tx: Tx, consent: LenderConsent, news: ConsentNews, from: string | null): LenderConsent {
    const isLender = tx.tenantId === consent.lenderId;
    raise(tx, consent, isLender ? 'lender' : 'grantor', news);
    const tenantId = isLender ? consent.grantorId : consent.lenderId;
    enqueue(tx, TELL_LENDER_CONSENT, { consentId: consent.id, news, tenantId });
    audit(tx, {
      ...{ action: `financing.lender_consent.${news}`, resourceType: kindOf(isLender), resourceId: consent.id },
      ...{ from, to: consent.state, details: sidesOf(consent) },
    });
    return consent;
  }
}

function raise(tx: Tx, consent: LenderConsent, side: ConsentSide, news: ConsentNews): void {
  publish(tx, {
    type: `financing.lender_consent.${news}`,
    resource: { type: kindOf(side === 'lender'), id: consent.id },
    changed: ['state'],
    data: sidesOf(consent),
  });
}

function kindOf(isLender: boolean): 'receivedConsent' | 'lenderConsent' {
  return isLender ? 'receivedConsent' : 'lenderConsent';
}

function sidesOf({ lender, grantorId, lenderId }: LenderConsent): {
  readonly lender: string;
  readonly grantorId: string;
  readonly lenderId: string;
} {
  return { lender, grantorId: publicId('tenant', grantorId), lenderId: publicId('tenant', lenderId) };
}
