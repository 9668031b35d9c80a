import { Injectable } from '@nestjs/common';

import { Decimal } from '../../../kernel/decimal.js';
import { newId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { mapPage, type Page, page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { type CovenantMeasure } from '../../domain/lender/covenants.js';
import { TooManyCovenantsError } from '../../domain/lender/lender.errors.js';
import { SAY } from '../../domain/lender/lender.sentences.js';
import { beginWatch } from '../../entities/covenant-watch.table.js';
import {
  addCovenant,
  allCovenants,
  COVENANT_COLUMNS,
  covenantIn,
  type CovenantRow,
  endCovenant,
  findCovenant,
  holdCovenant,
  type KeptCovenant,
} from '../../entities/lender-covenants.table.js';

const COVENANTS_MAX = 200;
/** One lender's covenants are counted and added one after the other. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('lender-covenants/' || $1, 0))`;

export interface NewCovenant {
  readonly name: string;
  readonly measure: CovenantMeasure;
  readonly threshold: string;
  /** Today where left out. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** What a lender wants its portfolio to keep to. A covenant does not change: one that ends and another take its place. */
@Injectable()
export class LenderCovenants {
  async list(view: View, query: PageQuery): Promise<Page<KeptCovenant>> {
    const table = 'financing.lender_covenant';
    return mapPage(await page<CovenantRow>(view, { table, columns: COVENANT_COLUMNS, query }), covenantIn);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<KeptCovenant> {
    return found(await findCovenant(view, id));
  }

  /** @throws InvalidInputError, TooManyCovenantsError */
  async add(tx: Tx, { name, measure, threshold: given, validFrom, validTo }: NewCovenant): Promise<KeptCovenant> {
    const threshold = new Decimal(given);
    const from = validFrom ?? dateInZone(tx.now, CHINA);
    const check = new InputCheck();
    check.that(threshold.lessThanOrEqualTo(1), '/threshold', 'out_of_range', SAY.covenant_share);
    check.date(from, '/validFrom');
    check.date(validTo, '/validTo');
    check.that(validTo === null || from <= validTo, '/validTo', 'out_of_range', SAY.covenant_order);
    check.done();
    await tx.query(IN_TURN, [tx.tenantId]);
    if ((await allCovenants(tx)).length >= COVENANTS_MAX) {
      throw new TooManyCovenantsError(SAY.covenants_max({ max: COVENANTS_MAX }), { max: COVENANTS_MAX });
    }
    const id = newId();
    await beginWatch(tx);
    await addCovenant(tx, { id, name, measure, threshold, validFrom: from, validTo });
    const details = { measure, threshold: threshold.toFixed(), validFrom: from, validTo };
    audit(tx, { action: 'financing.lender_covenant.add', resourceType: 'lenderCovenant', resourceId: id, details });
    return this.get(tx, id);
  }

  /**
   * It holds to the end of today; one that has not begun, or is over, stays as it is.
   * @throws ResourceNotFoundError, StaleVersionError
   */
  async end(tx: Tx, id: string): Promise<KeptCovenant> {
    const covenant = found(await holdCovenant(tx, id));
    tx.assertFresh({ ...covenant, tenantId: tx.tenantId });
    const today = dateInZone(tx.now, CHINA);
    if (covenant.validFrom > today || (covenant.validTo !== null && covenant.validTo <= today)) return covenant;
    await endCovenant(tx, id, today);
    await beginWatch(tx);
    audit(tx, {
      ...{ action: 'financing.lender_covenant.end', resourceType: 'lenderCovenant', resourceId: id },
      details: { validTo: today },
    });
    return this.get(tx, id);
  }
}

function found(covenant: KeptCovenant | null): KeptCovenant {
  if (covenant === null) throw new ResourceNotFoundError(SAY.no_such_covenant);
  return covenant;
}
