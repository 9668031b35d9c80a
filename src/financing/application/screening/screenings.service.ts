import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type DatedPageQuery, equal, page, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { SAY_SCREENING as SAY } from '../../domain/screening/screening.sentences.js';
import {
  keepScreening,
  readScreening,
  screenInTurn,
  type Screening,
  SCREENING_COLUMNS,
} from '../../entities/screenings.table.js';

export type NewScreening = Omit<Screening, 'id' | 'createdAt'>;

/** Names of parties, looked up in lists of denied parties: by staff, or by a provider that tells of it with a key of its own. */
@Injectable()
export class Screenings {
  constructor(private readonly parties: Parties) {}

  /**
   * Keeps what was found. Nothing is overwritten: the latest by each list counts, and of several lists the worst.
   * @throws InvalidInputError when the party is not there, or the day has not come
   */
  async record(tx: Tx, found: NewScreening): Promise<Screening> {
    const check = new InputCheck();
    const party = await this.parties.find(tx, found.partyId);
    check.that(party !== null, '/partyId', 'unknown', SAY.no_such_party);
    check.date(found.screenedOn, '/screenedOn');
    check.that(found.screenedOn <= dateInZone(tx.now, CHINA), '/screenedOn', 'too_late', SAY.in_future);
    check.done();
    await screenInTurn(tx, found.partyId);
    const screening: Screening = { ...found, id: newId(), createdAt: tx.now };
    const { before, standing } = await keepScreening(tx, screening);
    const { id, partyId, list, listVersion, result, screenedOn } = screening;
    publish(tx, {
      type: 'financing.screening.recorded',
      resource: { type: 'screening', id },
      creates: true,
      data: {
        ...{ partyId: publicId('party', partyId), list, listVersion, result, screenedOn, standing },
        ...(party === null ? {} : { party: party.kind }),
        ...(before === null ? {} : { before }),
      },
    });
    audit(tx, {
      ...{ action: 'financing.screening.record', resourceType: 'screening', resourceId: id },
      details: { partyId: publicId('party', partyId), list, listVersion, result },
    });
    return screening;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Screening> {
    const screening = await readScreening(view, id);
    if (screening === null) throw new ResourceNotFoundError(SAY.no_such_screening);
    return screening;
  }

  list(view: View, query: DatedPageQuery, partyUuid: string | undefined): Promise<Page<Screening>> {
    const conditions = equal('party_id', partyUuid);
    return page<Screening>(view, { table: 'financing.screening', columns: SCREENING_COLUMNS, query, conditions });
  }
}
