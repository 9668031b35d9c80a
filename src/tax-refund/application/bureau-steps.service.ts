import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { type BureauNews, type StepCommand } from '../domain/bureau-news.js';
import { grantedOf } from '../domain/granted.js';
import { type Inquiry } from '../domain/inquiry.js';
import { type Claim } from '../entities/claim.entity.js';
import { answerFiling } from '../entities/filings.table.js';
import { announceStep, note } from './announce.js';
import { remindOf } from './claim-answers.service.js';
import { ClaimBooks } from './claim-books.js';
import { Clawbacks } from './clawbacks.service.js';

/** What each thing that the bureau says means to a claim, to the books, and to others. */
@Injectable()
export class BureauSteps {
  constructor(
    private readonly books: ClaimBooks,
    private readonly clawbacks: Clawbacks,
  ) {}

  /** The caller holds the claim, and stores it. @returns false where it was known already */
  async perform(tx: Tx, claim: Claim, step: StepCommand, news: BureauNews): Promise<boolean> {
    const from = claim.state;
    const { acceptanceNumber } = news;
    if (!(await this.take(tx, claim, step, news))) return false;
    note(tx, step, claim, from, { acceptanceNumber });
    announceStep(tx, claim, step, news);
    return true;
  }

  private async take(tx: Tx, claim: Claim, step: StepCommand, news: BureauNews): Promise<boolean> {
    // The day in China on which it happened at the bureau.
    const at = news.at ?? tx.now;
    const day = dateInZone(at, CHINA);
    const reason = news.reason ?? '';
    switch (step) {
      case 'send':
        claim.send(news.acceptanceNumber, tx);
        await answerFiling(tx, claim, { state: 'taken', acceptanceNumber: news.acceptanceNumber, reason: null });
        // Sent once more after it was lost: it is in the books already.
        if (claim.receivableTransferId === null) claim.book(await this.books.filed(tx, claim, day));
        return true;
      case 'accept':
        claim.accept(tx);
        return true;
      case 'query': {
        const inquiry = inquiryOf(claim, news, at);
        claim.query(inquiry, tx);
        remindOf(tx, claim.id, inquiry);
        return true;
      }
      case 'withhold':
        claim.withhold(reason, at, tx);
        return true;
      case 'resume':
        claim.resume(at, tx);
        return true;
      case 'approve':
      case 'pay':
        await this.grant(tx, claim, step, news);
        return true;
      case 'reject':
        await this.books.rejected(tx, claim, reason);
        claim.book(null);
        claim.reject(reason, tx);
        return true;
      case 'claw_back':
        return news.demand !== null && (await this.clawbacks.demand(tx, claim, news.demand, day));
    }
  }

  private async grant(tx: Tx, claim: Claim, step: 'approve' | 'pay', news: BureauNews): Promise<void> {
    const day = dateInZone(news.at ?? tx.now, CHINA);
    const before = { total: claim.awarded, consumptionTax: claim.awardedConsumptionTax };
    const granted = grantedOf(before, news.amount ?? claim.awarded, news.consumptionTax);
    await this.books.adjusted(tx, claim, granted, day);
    if (step === 'approve') {
      claim.approve(granted, news.reason, news.disallowed, tx);
      return;
    }
    const isPaid = claim.correctsId === null || granted.total.isMoreThan(Money.zero('CNY'));
    if (isPaid) await this.books.paid(tx, claim, granted, day);
    else await this.books.corrected(tx, claim, granted, day);
    claim.pay(granted, news.treasuryReference ?? '', tx);
    await this.clawbacks.setOff(tx, claim, news.setOffs, day);
  }
}

function inquiryOf({ inquiries, attempt }: Claim, { reason, letter, dueOn }: BureauNews, at: Date): Inquiry {
  return {
    ...{ number: inquiries.length + 1, attempt, letter, dueOn },
    ...{ question: reason ?? '', askedAt: at.toISOString(), isOverdue: false, extensions: [], answers: [] },
  };
}
