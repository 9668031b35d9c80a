import { Injectable } from '@nestjs/common';

import { told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { CLAIM_MACHINE } from '../domain/claim-status.js';
import { ClaimNotCorrectableError, CorrectionTooLargeError } from '../domain/correction.errors.js';
import { SAY } from '../domain/invoice.sentences.js';
import { overtaken } from '../domain/red-letter-correction.js';
import { type TakenBack } from '../domain/red-letter.js';
import { correctionsByDocument, overtakenLines } from '../entities/red-letters.table.js';
import { Claim } from '../entities/claim.entity.js';
import { type Invoice } from '../entities/invoice.entity.js';
import { Claims } from './claims.service.js';
import { type CorrectionOrder, Corrections } from './corrections.service.js';

/** Claims that the bureau has are corrected by what a red-letter invoice takes of them, without anybody asking for it. */
@Injectable()
export class RedLetterCorrections {
  constructor(
    private readonly corrections: Corrections,
    private readonly claims: Claims,
  ) {}

  /** The blue lines have been reduced; the caller holds the blue invoice. */
  async open(tx: Tx, red: Invoice, blue: Invoice, taken: readonly TakenBack[]): Promise<void> {
    const items = overtaken(await overtakenLines(tx, taken));
    const known = await correctionsByDocument(tx, red.invoiceNumber);
    for (const claimId of new Set(items.map((item) => item.claimId))) {
      // Somebody corrected it before the red-letter invoice was recorded here.
      if (known.some(({ correctsId }) => correctsId === claimId)) continue;
      const lines = items
        .filter((item) => item.claimId === claimId)
        .map(({ declarationLine, amount: taxable }) => ({ declarationLine, taxable, hsCode: null }));
      const reason = told(SAY.correction_red({ number: red.invoiceNumber, blue: blue.invoiceNumber }), 'en');
      await this.openOne(tx, claimId, { kind: 'red_letter', reason, document: red.invoiceNumber, lines });
    }
  }

  /** The red-letter invoice was none. What the bureau does not have of its corrections yet is given up. */
  async undo(tx: Tx, { invoiceNumber }: Invoice): Promise<void> {
    const reason = told(SAY.correction_undone({ number: invoiceNumber }), 'en');
    for (const { id } of await correctionsByDocument(tx, invoiceNumber)) {
      const correction = await tx.lock(Claim, id);
      if (correction !== null && CLAIM_MACHINE.allows(correction.state, 'abandon')) {
        await this.claims.giveUp(tx, correction, reason);
      }
    }
  }

  /** What the bureau does not have is kept back by its flag; of what was corrected by hand there may be nothing left. */
  private async openOne(tx: Tx, claimId: string, order: CorrectionOrder): Promise<void> {
    try {
      await this.corrections.open(tx, claimId, order);
    } catch (error) {
      if (error instanceof ClaimNotCorrectableError || error instanceof CorrectionTooLargeError) return;
      throw error;
    }
  }
}
