import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { type Language, told } from '../../kernel/sentence.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { isFailed, type RowResult } from '../domain/parcels/row-result.js';
import { chunkDigests, findBatch, resultsAfter } from '../entities/parcel-batches.table.js';
import { type Uploaded } from './parcel-uploads.service.js';
import { unpackResults } from './parcel-packing.js';

/** What became of uploads of parcels. */
@Injectable()
export class ParcelResults {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: StreamedOperations,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Uploaded> {
    const batch = await findBatch(view, id);
    if (batch === null) throw new ResourceNotFoundError(SAY.no_such_batch);
    const rows = (await chunkDigests(view, id)).reduce((sum, chunk) => sum + chunk.rows, 0);
    return { operation: await this.operations.get(view, id), batch, resumedAfter: 0, rows };
  }

  /**
   * All of them, one JSON object a line, in the order of the rows of each chunk; read a chunk at a time.
   * @throws ResourceNotFoundError before the first line
   */
  async lines(
    caller: Principal,
    id: string,
    { onlyRejected, language }: { readonly onlyRejected: boolean; readonly language: Language },
  ): Promise<Readable> {
    await this.unitOfWork.read(caller, (view) => this.get(view, id));
    const next = (after: number) => this.unitOfWork.read(caller, (view) => resultsAfter(view, id, after, onlyRejected));
    async function* all(): AsyncGenerator<string> {
      for (let part = await next(-1); part !== null; part = await next(part.number)) {
        const results = await unpackResults(part.results);
        const wanted = onlyRejected ? results.filter(isFailed) : results;
        yield wanted.map((result) => `${JSON.stringify(lineOf(result, language))}\n`).join('');
      }
    }
    return Readable.from(all(), { objectMode: false });
  }
}

function lineOf({ row, outcome, orderNo, parcelId, state, findings }: RowResult, language: Language): object {
  return {
    row,
    outcome,
    orderNo,
    parcelId: parcelId === null ? null : publicId('parcel', parcelId),
    state,
    reasons: findings.map(({ pointer, rule, detail }) => ({ pointer, rule, detail: told(detail, language) })),
  };
}
