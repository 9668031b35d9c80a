import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Command, CommandOf } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { ArriveParcelsRequest, ConsignParcelsRequest, DepartParcelsRequest } from './dto/parcel-transport.dto.js';
import { FILED, FileAboutParcels } from './file-about-parcels.js';

const PARCEL_IDS = ['pcl_01jdq3x7k2e9ta6v0m8r4c5wzb'];
const TRANSPORT = { mode: '5', name: 'CA1056', voyage: '20261128', billNo: '99912345675' };

/** Exported parcels on their way out of the country. */
@ApiTags('Parcel filings')
@Controller('v1/customs')
export class ParcelTransportsController {
  constructor(private readonly filings: FileAboutParcels) {}

  @Post('parcel-arrivals')
  @CommandOperation({
    ...FILED,
    id: 'arriveParcels',
    summary: 'Say that exports are at the supervised place (运抵单)',
    description: 'From the acceptance of their lists until they leave. It changes nothing about the parcels.',
    examples: {
      byRoad: {
        parcelIds: PARCEL_IDS,
        operator: { code: '3302980S02', name: '宁波示例监管场所有限公司' },
        domesticTransport: '浙B12345',
        transport: TRANSPORT,
      },
    },
  })
  arrive(@CommandOf() command: Command, @Body() { parcelIds, ...said }: ArriveParcelsRequest): Promise<string> {
    return this.filings.run(command, 'arrival', parcelIds, said);
  }

  @Post('parcel-master-waybills')
  @CommandOperation({
    ...FILED,
    id: 'consignParcels',
    summary: 'Say which waybills go under which master waybill (清单总分单)',
    description:
      'From the acceptance of their lists until they leave. The gross weight is that of the parcels together. A document of ' +
      'more than 1,000 waybills goes in several messages, numbered.',
    examples: { byAir: { parcelIds: PARCEL_IDS, transport: TRANSPORT } },
  })
  consign(@CommandOf() command: Command, @Body() { parcelIds, ...said }: ConsignParcelsRequest): Promise<string> {
    return this.filings.run(command, 'master_waybill', parcelIds, said);
  }

  @Post('parcel-departures')
  @CommandOperation({
    ...FILED,
    id: 'departParcels',
    summary: 'Say that exports have left China (离境单)',
    description:
      'Of released parcels. When customs has taken it they are `departed`, with that day as their export date, and customs ' +
      'clears their lists.',
    examples: { byAir: { parcelIds: PARCEL_IDS, departedAt: '2026-11-28T02:00:00.000Z', transport: TRANSPORT } },
  })
  depart(@CommandOf() command: Command, @Body() { parcelIds, ...said }: DepartParcelsRequest): Promise<string> {
    return this.filings.run(command, 'departure', parcelIds, said);
  }
}
