import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type DatedPageQuery, equal, page, type Page } from '../../../platform/http/paging.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SCORECARDS } from '../../data/scorecards.js';
import { reliableGrade, type Score, scoreOf } from '../../domain/score/score.js';
import { SAY } from '../../domain/score/score.sentences.js';
import { type Grade, scorecardNamed, scorecardOn } from '../../domain/score/scorecard.js';
import { keepScore, type KeptScore, readScore, SCORE_COLUMNS } from '../../entities/score.table.js';
import { scoreInputs } from './score-inputs.js';

/** A score, worked out anew from what was frozen with it. */
export interface ScoreVerification {
  readonly kept: KeptScore;
  readonly again: Score;
  readonly isSame: boolean;
}

/** How good a seller is for money, as it is known now, and as it was scored before. */
@Injectable()
export class Scores {
  constructor(private readonly parties: Parties) {}

  /** @throws ResourceNotFoundError */
  async score(tx: Tx, sellerId: string): Promise<KeptScore> {
    if ((await this.parties.find(tx, sellerId)) === null) throw new ResourceNotFoundError(SAY.unknown_seller);
    return scoreNow(tx, sellerId);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<KeptScore> {
    const kept = await readScore(view, id);
    if (kept === null) throw new ResourceNotFoundError(SAY.no_such_score);
    return kept;
  }

  list(view: View, query: DatedPageQuery, sellerId: string | undefined): Promise<Page<KeptScore>> {
    const conditions = equal('seller_id', sellerId);
    return page<KeptScore>(view, { table: 'financing.score', columns: SCORE_COLUMNS, query, conditions });
  }

  /** By the scorecard of that time, and the inputs as they were frozen. @throws ResourceNotFoundError */
  async verify(view: View, id: string): Promise<ScoreVerification> {
    const kept = await this.get(view, id);
    const again = scoreOf(kept.inputs, scorecardNamed(SCORECARDS, kept.scorecard));
    return { kept, again, isSame: isDeepStrictEqual(again, kept.result) };
  }
}

/** Scores a seller by what is known now, and keeps what it was scored by. */
export async function scoreNow(tx: Tx, sellerId: string): Promise<KeptScore> {
  const asOf = dateInZone(tx.now, CHINA);
  const card = scorecardOn(SCORECARDS, asOf);
  const inputs = await scoreInputs(tx, sellerId, { card, asOf });
  const result = scoreOf(inputs, card);
  const kept = { id: newId(), sellerId, scorecard: card.version, inputs, result, createdAt: tx.now };
  await keepScore(tx, kept);
  audit(tx, {
    action: 'financing.score.give',
    resourceType: 'creditScore',
    resourceId: kept.id,
    details: { scorecard: card.version, score: result.score, grade: result.grade },
  });
  return kept;
}

/** The grade that a seller would have now; null where too little is known. Nothing is kept. */
export async function gradeNow(view: View, sellerId: string, asOf: LocalDate): Promise<Grade | null> {
  const card = scorecardOn(SCORECARDS, asOf);
  return reliableGrade(scoreOf(await scoreInputs(view, sellerId, { card, asOf }), card));
}
