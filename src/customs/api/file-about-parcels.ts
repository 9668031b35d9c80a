import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { ID_PREFIX, tryParseId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { SAY } from '../../kernel/kernel.sentences.js';
import { type Command, Commands } from '../../platform/http/command.js';
import { ParcelFilingReader } from '../application/parcel-filing-reader.service.js';
import { ParcelFilings } from '../application/parcel-filings.service.js';
import { CebMessageInvalidError, CebSignerMissingError } from '../domain/ceb/ceb.errors.js';
import { type ParcelFilingName } from '../domain/parcel-filings/filing-kind.js';
import { ParcelsNotFileableError } from '../domain/parcel-filings/parcel-filing.errors.js';
import { FiledParcelsDto } from './dto/parcel-filing.dto.js';

/** What all operations that file about parcels have in common. */
export const FILED = {
  scope: 'customs:write',
  answers: FiledParcelsDto,
  speaks: true,
  status: 202,
  idempotencyKey: 'required',
  dryRun: true,
  problems: [InvalidInputError, ParcelsNotFileableError, CebMessageInvalidError, CebSignerMissingError],
} as const;

/** Files about parcels for the operations that each tell of one kind. */
@Injectable()
export class FileAboutParcels {
  constructor(
    private readonly commands: Commands,
    private readonly filings: ParcelFilings,
    private readonly reader: ParcelFilingReader,
  ) {}

  /** @param said what the kind needs to know beside the parcels; what is undefined is left out */
  run(command: Command, kind: ParcelFilingName, named: readonly string[], said: object): Promise<string> {
    const parcelIds = parcelsNamed(named);
    const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return this.commands.run(
      command,
      async (tx) => this.reader.opened(tx, await this.filings.file(tx, { kind, said: kept, parcelIds })),
      FiledParcelsDto.from,
    );
  }
}

/** @throws InvalidInputError with each that is no id of a parcel */
function parcelsNamed(named: readonly string[]): string[] {
  const check = new InputCheck();
  const ids = named.map((id, place) => {
    const parcelId = tryParseId('parcel', id);
    check.that(parcelId !== null, `/parcelIds/${place}`, 'id', SAY.not_an_id({ prefix: ID_PREFIX.parcel }));
    return parcelId ?? '';
  });
  check.done();
  return ids;
}
