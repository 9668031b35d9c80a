import { EnumField } from '../../../platform/http/fields.js';

const ENCODINGS = ['utf-8', 'gbk'] as const;

export class TableQuery {
  @EnumField({
    description: 'How Chinese is written: older programs of the bureau read GBK',
    values: ENCODINGS,
    optional: true,
    example: 'gbk',
  })
  encoding?: (typeof ENCODINGS)[number];
}
