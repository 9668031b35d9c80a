import { type Tx } from '../../platform/database/session.js';
import { appliedFor } from '../domain/agency-certificate.js';
import { certificateDue } from '../domain/agency-certificate-law.js';
import { AgencyExport } from '../entities/agency-export.entity.js';
import { itemCertificatesOf } from '../entities/agency-certificates.table.js';
import { type NewDeadline } from '../entities/deadlines.table.js';

/** The clocks of what was exported for a principal: by when its certificate is applied for, declaration by declaration. */
export async function certificateDeadlines(tx: Tx, orderId: string): Promise<NewDeadline[]> {
  const exported = await tx.find(AgencyExport, orderId);
  if (exported === null) return [];
  const applied = await itemCertificatesOf(tx, orderId);
  const { orderReference, sellerId } = exported;
  const about = { orderId, orderReference, sellerId, claimId: null, atStake: null };
  return exported.declarations.map((declaration) => ({
    ...about,
    entryNumber: declaration.entryNumber,
    kind: 'agency_certificate' as const,
    ...certificateDue(declaration.exportDate),
    metOn: appliedFor(declaration, applied),
  }));
}
