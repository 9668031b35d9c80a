import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { CebFindings } from '../domain/ceb/finding.js';
import { guidOfMessage } from '../domain/ceb/guid.js';
import { type FiledList } from '../domain/parcel-filings/filing-kind.js';
import { bodyOfMessage } from '../entities/filed-parcels.table.js';
import { CebXml } from '../partners/ceb-xml.port.js';
import { CebPacking } from './ceb-packing.service.js';

interface ListRecord {
  readonly InventoryHead: FiledList['head'];
  readonly InventoryList: FiledList['lines'];
}

/**
 * Lists as they were filed. The papers of a parcel and its profile may say something else by now; what customs has is in the
 * message that was sent.
 */
@Injectable()
export class FiledLists {
  constructor(
    private readonly packing: CebPacking,
    private readonly xml: CebXml,
  ) {}

  /**
   * Message by message, so that not more than one is in memory.
   * @param guids of lists, as parcels have them
   * @returns by the same guids
   * @throws Error where a message is not there: they are kept for good
   */
  async read(view: View, guids: readonly string[]): Promise<ReadonlyMap<string, FiledList>> {
    const lists = new Map<string, FiledList>();
    for (const [guid, wanted] of Map.groupBy(guids, (each) => guidOfMessage(each) ?? each)) {
      const body = await bodyOfMessage(view, guid);
      if (body === null) throw new Error(`The message of the lists ${guid} is not there`);
      const lower = new Set(wanted.map((each) => each.toLowerCase()));
      for (const { InventoryHead: head, InventoryList: lines } of this.recordsOf(await this.packing.open(body))) {
        const own = head['guid']?.toLowerCase() ?? '';
        if (lower.has(own)) lists.set(own, { head, lines });
      }
    }
    return lists;
  }

  /** We have written it ourselves, as the schema has it. */
  private recordsOf(xml: string): readonly ListRecord[] {
    const { json } = this.xml.read(xml, new CebFindings());
    return (json?.['Inventory'] ?? []) as readonly ListRecord[];
  }
}
