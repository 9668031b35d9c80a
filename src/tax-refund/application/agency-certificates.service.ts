import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { applyBy, type CertificateTerms, certifiedLines } from '../domain/agency-certificate.js';
import {
  CertificateNotReplaceableError,
  DeclaredItemHeldError,
  NothingExportedForPrincipalError,
} from '../domain/agency-certificate.errors.js';
import { SAY } from '../domain/agency-certificate.sentences.js';
import { declarationLine } from '../domain/export-facts.js';
import {
  certifiedLinesOf,
  heldItems,
  insertCertificateMessage,
  insertCertifiedLines,
  releaseCertifiedLines,
  replacementOf,
} from '../entities/agency-certificates.table.js';
import { AgencyCertificate } from '../entities/agency-certificate.entity.js';
import { AgencyExport } from '../entities/agency-export.entity.js';
import { SEND_CERTIFICATE } from '../jobs/agency-certificate.job.js';
import { CertificateOffice } from '../partners/certificate-office.port.js';
import { announceAbandoned, announceDrafted, awaitOffice, noteCertificate } from './agency-certificate-news.js';
import { followDeadlines } from './follow-deadlines.js';

/** What happens to certificates of agency export on our side: drawn up, applied for, given up, voided. */
@Injectable()
export class AgencyCertificates {
  constructor(
    private readonly orders: OrderBook,
    private readonly office: CertificateOffice,
  ) {}

  /**
   * Draws a certificate up with the figures of the declarations.
   * @param replacesId the one that was voided before (补办), if any
   * @throws NothingExportedForPrincipalError, InvalidInputError, CertificateNotReplaceableError, DeclaredItemHeldError
   */
  async draft(tx: Tx, orderId: string, terms: CertificateTerms, replacesId: string | null): Promise<AgencyCertificate> {
    // Held until the end: two certificates of an order are drawn up one after the other.
    const exported = await tx.lock(AgencyExport, orderId);
    if (exported === null) throw new NothingExportedForPrincipalError(SAY.no_such_export);
    if (replacesId !== null) await this.assertReplaceable(tx, replacesId, orderId);
    const { agent, declarations, orderReference } = exported;
    const keys = declarations.flatMap(({ entryNumber, items }) =>
      items.map(({ itemNumber }) => declarationLine(entryNumber, itemNumber)),
    );
    const { lines: orderLines } = await this.orders.snapshot(tx, orderId);
    const goodsNames = new Map(orderLines.map(({ id, goodsName }) => [id, goodsName]));
    const goods = { agent, declarations, goodsNames, held: await heldItems(tx, keys) };
    const lines = certifiedLines(terms, goods, dateInZone(tx.now, CHINA));
    const { principal, agreement } = terms;
    const certificate = AgencyCertificate.draft(
      {
        ...{ tenantId: tx.tenantId, id: newId(), orderId, orderReference, agent, principal, agreement },
        ...{ applyBy: applyBy(lines), replacesId },
      },
      tx.now,
    );
    await tx.insert(AgencyCertificate, certificate);
    try {
      await insertCertifiedLines(tx, certificate.id, lines);
    } catch (error) {
      if (!violates(error, 'pk_declared_item_hold')) throw error;
      throw new DeclaredItemHeldError(SAY.item_taken);
    }
    noteCertificate(tx, 'draft', certificate, null, { items: lines.length });
    announceDrafted(tx, certificate);
    return certificate;
  }

  /** Applies at the bureau: an attempt with a reference of its own. @throws ResourceNotFoundError, IllegalTransitionError */
  async apply(tx: Tx, id: string): Promise<AgencyCertificate> {
    const certificate = await this.locked(tx, id);
    const { state: from } = certificate;
    certificate.apply(tx);
    const { agent, principal, agreement, attempt, replacesId } = certificate;
    const replaced = replacesId === null ? null : await tx.find(AgencyCertificate, replacesId);
    const reference = attempt === 1 ? nameOf(certificate) : `${nameOf(certificate)}-${attempt}`;
    const body = this.office.composeApplication({
      ...{ reference, agent, principal, agreement, replaces: replaced?.certificateNumber ?? null },
      lines: await certifiedLinesOf(tx, id),
    });
    await this.dispatch(tx, certificate, { kind: 'application', attempt, reference, body });
    noteCertificate(tx, 'apply', certificate, from, { attempt });
    await tx.store(AgencyCertificate, certificate);
    return certificate;
  }

  /** Asks the bureau to void what it has issued (作废). @throws ResourceNotFoundError, IllegalTransitionError */
  async void(tx: Tx, id: string, reason: string): Promise<AgencyCertificate> {
    const certificate = await this.locked(tx, id);
    const { state: from } = certificate;
    certificate.void(reason, tx);
    const { voidAttempt: attempt, certificateNumber } = certificate;
    const reference = `${nameOf(certificate)}.v${attempt}`;
    const voidance = { reference, certificateNumber: certificateNumber ?? '', reason };
    const body = this.office.composeVoidance(voidance);
    await this.dispatch(tx, certificate, { kind: 'voidance', attempt, reference, body });
    noteCertificate(tx, 'void', certificate, from, { attempt, reason });
    await tx.store(AgencyCertificate, certificate);
    return certificate;
  }

  /** Gives the items free. @throws ResourceNotFoundError, IllegalTransitionError */
  async abandon(tx: Tx, id: string, reason: string): Promise<AgencyCertificate> {
    const certificate = await this.locked(tx, id);
    const { state: from } = certificate;
    certificate.abandon(reason, tx);
    await releaseCertifiedLines(tx, id);
    noteCertificate(tx, 'abandon', certificate, from, { reason });
    announceAbandoned(tx, certificate, reason);
    followDeadlines(tx, certificate.orderId);
    await tx.store(AgencyCertificate, certificate);
    return certificate;
  }

  private async dispatch(
    tx: Tx,
    certificate: AgencyCertificate,
    message: Omit<Parameters<typeof insertCertificateMessage>[1], 'certificateId'>,
  ): Promise<void> {
    const messageId = await insertCertificateMessage(tx, { ...message, certificateId: certificate.id });
    enqueue(tx, SEND_CERTIFICATE, { messageId });
    awaitOffice(tx, certificate);
  }

  private async assertReplaceable(tx: Tx, id: string, orderId: string): Promise<void> {
    const replaced = await tx.find(AgencyCertificate, id);
    if (replaced === null) throw new ResourceNotFoundError(SAY.no_such_certificate);
    const { state } = replaced;
    if (replaced.orderId !== orderId) throw new CertificateNotReplaceableError(SAY.replaces_other_order);
    if (state !== 'voided') throw new CertificateNotReplaceableError(SAY.replaces_standing({ state }), { state });
    if ((await replacementOf(tx, id)) !== null) throw new CertificateNotReplaceableError(SAY.replaced_already);
  }

  private async locked(tx: Tx, id: string): Promise<AgencyCertificate> {
    const certificate = await tx.lock(AgencyCertificate, id);
    if (certificate === null) throw new ResourceNotFoundError(SAY.no_such_certificate);
    tx.assertFresh(certificate);
    return certificate;
  }
}

function nameOf({ id }: AgencyCertificate): string {
  return publicId('agencyCertificate', id);
}
