import { publicId } from '../../../kernel/ids.js';
import { type BulkOperation } from '../../../platform/bulk/bulk-operation.js';
import { BooleanField, IdField, IntegerField, QueryFlag, TextListField } from '../../../platform/http/fields.js';
import { type RecordedTable } from '../../application/invoice-imports.service.js';

export const INVOICE_IMPORT_EXAMPLE = [
  'invoice_number,issued_on,seller_name,seller_tax_number,buyer_name,buyer_tax_number,hs_code,goods_name,quantity,unit,amount,vat_rate,vat',
  '26332000000012345679,2026-11-10,宁波示例电器厂,91330281MA2DEM4D02,宁波示例进出口有限公司,91330200MA2AEFJN86,8516609000,*家用电器*电烤箱,1000,001,60000.00,13%,7800.00',
  '',
].join('\n');

export class InvoiceImportQuery {
  @QueryFlag({ description: 'All of it together, or nothing: up to 500 invoices', example: false })
  atomic?: boolean;
}

export class InvoiceImportDto {
  @IdField({
    kind: 'operation',
    description: 'Follow `/v1/operations/{id}`; null where all was recorded together',
    nullable: true,
  })
  readonly operationId!: string | null;

  @BooleanField({ description: 'Whether it was recorded together' })
  readonly atomic!: boolean;

  @IntegerField({ description: 'How many invoices the table has' })
  readonly invoices!: number;

  @TextListField({
    description: 'Those that were recorded together, in the order of the table',
    max: 500,
    maxLength: 40,
  })
  readonly recorded!: string[];

  static ofOperation(this: void, { id, total }: BulkOperation): InvoiceImportDto {
    return { operationId: publicId('operation', id), atomic: false, invoices: total, recorded: [] };
  }

  static ofTable(this: void, { ids }: RecordedTable): InvoiceImportDto {
    const recorded = ids.map((id) => publicId('invoice', id));
    return { operationId: null, atomic: true, invoices: ids.length, recorded };
  }
}
