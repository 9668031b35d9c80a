import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { type Page, type DatedPageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { type ForwardTermsRule, termsOn } from '../../domain/forwards/forward-terms.js';
import { ForwardTerms } from '../../entities/forward-terms.entity.js';

/** The terms on which a tenant sells forward: its own from a day on, before that the platform's. */
@Injectable()
export class ForwardTermsBook {
  /** @throws InvalidInputError where terms begin on that day already */
  async set(tx: Tx, terms: ForwardTermsRule): Promise<ForwardTerms> {
    const check = new InputCheck();
    check.date(terms.validFrom, '/validFrom');
    check.share(terms.spread, '/spread');
    check.share(terms.depositShare, '/depositShare');
    const areTwice = new Set(terms.noticeDays).size < terms.noticeDays.length;
    check.that(!areTwice, '/noticeDays', 'duplicate', SAY.notice_days);
    check.done();
    const { tenantId, now } = tx;
    if (await tx.manager.existsBy(ForwardTerms, { tenantId, validFrom: terms.validFrom })) {
      throw new InvalidInputError([{ pointer: '/validFrom', code: 'duplicate', message: SAY.terms_twice }]);
    }
    const row = ForwardTerms.set({ ...terms, tenantId, id: newId(), now });
    await tx.insert(ForwardTerms, row);
    audit(tx, { action: 'forward_terms.set', resourceType: 'forwardTerms', resourceId: row.id, to: row.validFrom });
    return row;
  }

  async today(tx: Tx): Promise<ForwardTermsRule> {
    const own = await tx.manager.find(ForwardTerms, { where: { tenantId: tx.tenantId }, order: { validFrom: 'DESC' } });
    return termsOn(own, dateInZone(tx.now, CHINA));
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ForwardTerms> {
    const found = await view.find(ForwardTerms, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_terms);
    return found;
  }

  list(view: View, query: DatedPageQuery): Promise<Page<ForwardTerms>> {
    return entityPage(view, ForwardTerms, { table: 'fx.forward_terms', query, conditions: [] });
  }
}
