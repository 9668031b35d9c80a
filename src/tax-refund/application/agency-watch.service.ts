import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { publish } from '../../platform/outbox/outbox.js';
import {
  agencyDuties,
  isRejectionHigh,
  isVerificationDue,
  rejectedShare,
  verificationAbove,
} from '../domain/agency-duties.js';
import { agencyRecord, endWarning, isFirstWarning, producersOf } from '../entities/agency-duties.table.js';
import { Claim } from '../entities/claim.entity.js';

const OF_TENANT = 'tenant';

/** Looks, after each filing for a producer and each rejection, whether a limit was crossed; each crossing is told once. */
@Injectable()
export class AgencyWatch {
  async look(tx: Tx, claimId: string): Promise<void> {
    const claim = await tx.find(Claim, claimId);
    if (claim?.regime !== 'agency') return;
    const today = dateInZone(tx.now, CHINA);
    await this.watchProducer(tx, claim.sellerId, Number(claim.exportDate.slice(0, 4)));
    await this.watchRejections(tx, today);
  }

  private async watchProducer(tx: Tx, producerId: string, year: number): Promise<void> {
    const [producer] = await producersOf(tx, year, { producerId, max: 1 });
    const threshold = verificationAbove(`${year}-12-31`);
    if (producer === undefined || !isVerificationDue(producer, threshold)) return;
    if (!(await isFirstWarning(tx, 'verification_due', `${producerId} ${year}`))) return;
    publish(tx, {
      type: 'tax_refund.agency.verification_due',
      resource: { type: 'party', id: producerId },
      data: {
        producerName: producer.name,
        year,
        entrusted: producer.entrusted.toJSON(),
        threshold: threshold.toJSON(),
      },
    });
  }

  /** Once it is below again, the next crossing is told anew. */
  private async watchRejections(tx: Tx, today: string): Promise<void> {
    const duties = agencyDuties(today);
    const record = await agencyRecord(tx, today);
    if (!isRejectionHigh(record, duties)) {
      await endWarning(tx, 'rejections_high', OF_TENANT);
      return;
    }
    if (!(await isFirstWarning(tx, 'rejections_high', OF_TENANT))) return;
    publish(tx, {
      type: 'tax_refund.agency.rejections_high',
      resource: { type: 'tenant', id: tx.tenantId },
      data: {
        tenantId: publicId('tenant', tx.tenantId),
        filed: record.filed.toJSON(),
        rejected: record.rejected.toJSON(),
        share: rejectedShare(record).toString(),
        shareMax: duties.rejectedShareMax.toString(),
      },
    });
  }
}
