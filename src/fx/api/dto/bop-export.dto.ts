import { DateField, EnumField } from '../../../platform/http/fields.js';

export class BopExportQuery {
  @DateField({ description: 'First day of the credits', example: '2026-11-01' })
  readonly from!: string;

  @DateField({ description: 'Last day of the credits', example: '2026-11-30' })
  readonly to!: string;

  @EnumField({ description: 'Which file', values: ['csv', 'xml'], example: 'csv' })
  readonly format!: 'csv' | 'xml';
}
