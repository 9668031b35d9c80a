import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Finding } from '../domain/finding.js';
import { type CapacityUse, capacityUses, productOf } from '../domain/issuer-capacity.js';
import { SAY } from '../domain/issuer.sentences.js';
import { finding } from '../domain/match-checks.js';
import { type InvoiceLine } from '../domain/match-facts.js';
import { capacityReviewOn, invoicedIn } from '../entities/issuer-capacities.table.js';
import { InvoiceIssuer } from '../entities/invoice-issuer.entity.js';
import { announceCapacityPassed, noteIssuer } from './issuer-news.js';

/** An invoice line that its issuer may have had no capacity for. */
type Weighed = Pick<InvoiceLine, 'invoiceNumber' | 'sellerTaxNumber' | 'issuedOn' | 'hsCode' | 'unit' | 'quantity'>;

/** What issuers invoiced in a year, beside what they can make (年生产能力). */
@Injectable()
export class IssuerCapacities {
  /** Of what one review says. */
  async of(view: View, { taxNumber, details }: InvoiceIssuer, year: string): Promise<CapacityUse[]> {
    return capacityUses(details.products, await invoicedIn(view, taxNumber, year));
  }

  /**
   * What is odd about the purchases of an export: nothing here forbids a claim.
   * @param drafted lines of invoices that are not recorded, and come on top
   */
  async findings(view: View, bought: readonly Weighed[], drafted: readonly Weighed[] = []): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const lines of byIssuerAndYear([...bought, ...drafted])) {
      const [first] = lines;
      const review = first === undefined ? null : await capacityReviewOn(view, first.sellerTaxNumber, first.issuedOn);
      if (first === undefined || review?.products.every(isOpen) !== false) continue;
      const year = yearOf(first.issuedOn);
      const more = lines.filter((line) => drafted.includes(line));
      const invoiced = [...(await invoicedIn(view, first.sellerTaxNumber, year)), ...more];
      for (const use of capacityUses(review.products, invoiced).filter(({ isPassed }) => isPassed)) {
        const own = lines.filter(({ hsCode }) => productOf(review.products, hsCode)?.hsCode === use.hsCode);
        const numbers = new Set(own.map(({ invoiceNumber }) => invoiceNumber));
        const detail = passed(review.name, year, use);
        found.push(...[...numbers].map((invoiceNumber) => finding('issuer', 'warn', detail, { invoiceNumber })));
      }
    }
    return found;
  }

  /** An invoice was recorded: whoever made more than it can is told of, once for each product and year. */
  async weigh(tx: Tx, taxNumber: string, issuedOn: LocalDate): Promise<void> {
    const review = await capacityReviewOn(tx, taxNumber, issuedOn);
    if (review === null || review.products.every(isOpen)) return;
    const issuer = await tx.lock(InvoiceIssuer, review.id);
    if (issuer === null) return;
    const year = yearOf(issuedOn);
    const uses = await this.of(tx, issuer, year);
    const news = uses.filter(({ hsCode, isPassed }) => isPassed && !issuer.hasPassed(hsCode, year));
    if (news.length === 0) return;
    for (const use of news) {
      issuer.pass({ hsCode: use.hsCode, year }, tx.now);
      announceCapacityPassed(tx, issuer, { use, year });
    }
    noteIssuer(tx, 'pass_capacity', issuer, issuer.state, { year, hsCodes: news.map(({ hsCode }) => hsCode) });
    await tx.store(InvoiceIssuer, issuer);
  }
}

function passed(name: string, year: string, { goodsName, invoiced, yearlyCapacity, unit }: CapacityUse): Sentence {
  const figures = { invoiced: invoiced.toFixed(), capacity: yearlyCapacity.toFixed(), unit };
  return SAY.capacity_passed({ name, year, goods: goodsName, ...figures });
}

function isOpen({ yearlyCapacity, unit }: { yearlyCapacity: string | null; unit: string | null }): boolean {
  return yearlyCapacity === null || unit === null;
}

function yearOf(day: LocalDate): string {
  return day.slice(0, 4);
}

function byIssuerAndYear(lines: readonly Weighed[]): Weighed[][] {
  const groups = new Map<string, Weighed[]>();
  for (const line of lines) {
    const key = `${line.sellerTaxNumber} ${yearOf(line.issuedOn)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}
