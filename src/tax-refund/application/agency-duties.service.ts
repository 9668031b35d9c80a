import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { Parties } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/agency-duties.sentences.js';
import {
  type AgencyDuties,
  agencyDuties,
  type AgencyRecord,
  type EntrustingProducer,
  verificationAbove,
} from '../domain/agency-duties.js';
import {
  agencyRecord,
  classesOn,
  noteClass,
  noteVerification,
  type NotedClass,
  producersOf,
  type Verified,
} from '../entities/agency-duties.table.js';
import { tenantToday } from '../entities/refund-money.table.js';

const PRODUCERS_MAX = 500;

/** How a tenant stands as an agent in a year. */
export interface AgencyStandingView {
  readonly today: LocalDate;
  readonly year: number;
  readonly duties: AgencyDuties;
  readonly threshold: Money;
  readonly producers: readonly EntrustingProducer[];
  readonly record: AgencyRecord;
  readonly classes: readonly NotedClass[];
}

/** What an agent that files for producers must do and watch (代办退税). */
@Injectable()
export class AgencyDutyBook {
  constructor(private readonly parties: Parties) {}

  /** @param asked the present year where none is named */
  async standing(view: View, asked: number | undefined): Promise<AgencyStandingView> {
    const today = await tenantToday(view);
    const year = asked ?? Number(today.slice(0, 4));
    const [producers, record, classes] = await Promise.all([
      producersOf(view, year, { max: PRODUCERS_MAX }),
      agencyRecord(view, today),
      classesOn(view, today, PRODUCERS_MAX),
    ]);
    return {
      today,
      year,
      duties: agencyDuties(today),
      threshold: verificationAbove(`${year}-12-31`),
      producers,
      record,
      classes,
    };
  }

  /** @throws ResourceNotFoundError where there is no such exporter */
  async classify(tx: Tx, noted: NotedClass): Promise<AgencyStandingView> {
    await this.assertSeller(tx, noted.partyId);
    await noteClass(tx, noted);
    const { partyId, enterpriseClass, validFrom } = noted;
    audit(tx, {
      action: 'tax_refund.enterprise.classify',
      resourceType: 'party',
      resourceId: partyId,
      details: { enterpriseClass, validFrom },
    });
    return this.standing(tx, undefined);
  }

  /** @throws ResourceNotFoundError, InvalidInputError where the day is after today or of another year */
  async verified(tx: Tx, done: Verified): Promise<AgencyStandingView> {
    const { producerId, year, verifiedOn } = done;
    await this.assertSeller(tx, producerId);
    const isOfYear = Number(verifiedOn.slice(0, 4)) === year && verifiedOn <= dateInZone(tx.now, CHINA);
    if (!isOfYear) {
      throw new InvalidInputError([
        { pointer: '/verifiedOn', code: 'out_of_range', message: SAY.day_of_year({ year }) },
      ]);
    }
    await noteVerification(tx, done);
    audit(tx, {
      action: 'tax_refund.producer.verify',
      resourceType: 'party',
      resourceId: producerId,
      details: { year, verifiedOn, party: publicId('party', producerId) },
    });
    return this.standing(tx, year);
  }

  private async assertSeller(view: View, id: string): Promise<void> {
    const party = await this.parties.find(view, id);
    if (party?.kind !== 'seller') throw new ResourceNotFoundError(SAY.no_such_exporter);
  }
}
