import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type Finding } from '../domain/finding.js';
import { type MatchedLine } from '../domain/match-facts.js';
import { IssuerCapacities } from './issuer-capacities.service.js';
import { TaxCategories } from './tax-categories.service.js';

/** What is known of purchases beside their papers: how they are classified, and whether their issuers can have made them. */
@Injectable()
export class PurchaseFindings {
  constructor(
    private readonly categories: TaxCategories,
    private readonly capacities: IssuerCapacities,
  ) {}

  async of(view: View, matched: readonly MatchedLine[]): Promise<Finding[]> {
    const bought = matched.flatMap(({ takes }) => takes.map(({ invoice }) => invoice));
    return [...(await this.categories.findings(view, matched)), ...(await this.capacities.findings(view, bought))];
  }
}
