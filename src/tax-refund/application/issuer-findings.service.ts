import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { type InvoiceWarning } from '../domain/invoice-findings.js';
import { SAY } from '../domain/issuer.sentences.js';
import { reviewOn } from '../entities/issuer-reviews.table.js';

/** Whether the issuer of an invoice was reviewed for what it sells, on the day of issue. */
@Injectable()
export class IssuerFindings {
  async of(view: View, { seller, issuedOn, lines }: InvoiceInput): Promise<InvoiceWarning[]> {
    const { name, taxNumber } = seller;
    const review = await reviewOn(view, taxNumber, issuedOn);
    if (review === null) {
      const detail = SAY.not_reviewed({ name, day: issuedOn });
      return [{ pointer: '/seller/taxNumber', rule: 'issuer_not_reviewed', detail }];
    }
    return lines.flatMap(({ hsCode }, index) =>
      review.hsCodes.some((code) => hsCode.startsWith(code))
        ? []
        : [
            {
              pointer: `/lines/${index}/hsCode`,
              rule: 'issuer_other_goods',
              detail: SAY.other_goods({ name, hsCode }),
            },
          ],
    );
  }
}
