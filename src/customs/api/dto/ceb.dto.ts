import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  EnumField,
  IntegerField,
  JsonField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { CEB_RULES, type CebFinding, FINDINGS_MAX } from '../../domain/ceb/finding.js';
import { type MappedField } from '../../domain/ceb/mapping.js';
import { type Message } from '../../domain/ceb/layout.js';
import { CEB_NAMESPACE, MESSAGE_NAMES } from '../../domain/ceb/messages.js';
import { type Conversion } from '../../application/ceb-conversions.service.js';

const DIRECTIONS = ['export', 'import'] as const;
const XML_MAX = 1_000_000;
const EXAMPLE =
  '<ceb:CEB304Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">…';

export class CebConversionRequest {
  @TextField({
    description: 'A message as it came; or `message` and `json`',
    max: XML_MAX,
    optional: true,
    example: EXAMPLE,
  })
  xml?: string;

  @EnumField({ description: 'Name of the root', values: MESSAGE_NAMES, optional: true, example: 'CEB304Message' })
  message?: string;

  @JsonField({
    description:
      'The message as JSON: elements by their official names, values as text, what may repeat as an array; `guid` and `version` of the root beside them',
    optional: true,
  })
  json?: object;
}

class CebFindingDto {
  @TextField({ description: 'JSON pointer into `json`', min: 0, max: 1_000, example: '/OrderReturn/0/returnTime' })
  readonly path!: string;

  @EnumField({ description: 'Which demand is not met', values: CEB_RULES, example: 'length' })
  readonly rule!: string;

  @TextField({ description: 'What was found, and how to mend it', max: 1_000 })
  readonly detail!: string;

  static from({ path, rule, detail }: CebFinding, language: Language): CebFindingDto {
    return { path, rule, detail: told(detail, language) };
  }
}

export class CebConversionDto {
  @EnumField({
    description: 'Name of the root; null: no message of cross-border e-commerce',
    values: MESSAGE_NAMES,
    nullable: true,
    example: 'CEB304Message',
  })
  readonly message!: string | null;

  @BooleanField({ description: 'Whether it is as the official schema has it', example: true })
  readonly valid!: boolean;

  @ListField(() => CebFindingDto, { description: 'What is wrong, the first 500', max: FINDINGS_MAX })
  readonly findings!: CebFindingDto[];

  @JsonField({ description: 'The message as JSON, as far as it could be read', nullable: true })
  readonly json!: object | null;

  @TextField({
    description: 'The message as we write it; null where it is not valid',
    max: 10 * XML_MAX,
    nullable: true,
    example: EXAMPLE,
  })
  readonly xml!: string | null;

  static from(this: void, { message, findings, json, xml }: Conversion, language: Language): CebConversionDto {
    return {
      message,
      valid: findings.length === 0,
      findings: findings.map((finding) => CebFindingDto.from(finding, language)),
      json,
      xml,
    };
  }
}

export class CebMessageDto {
  @TextField({ description: 'Name of the root', max: 20, example: 'CEB303Message' })
  readonly message!: string;

  @EnumField({ description: 'Of which trade', values: DIRECTIONS, example: 'export' })
  readonly direction!: string;

  @TextField({ description: 'Official name', max: 50, example: '电子订单数据' })
  readonly label!: string;

  static from(this: void, { name, direction, label }: Message): CebMessageDto {
    return { message: name, direction, label };
  }
}

export class CebMessageListDto {
  @ListField(() => CebMessageDto, { description: 'Every message', max: 100 })
  readonly data!: CebMessageDto[];
}

class CebFieldDto {
  @TextField({
    description: 'XPath in the message',
    max: 200,
    example: '/ceb:CEB303Message/ceb:Order/ceb:OrderHead/ceb:orderNo',
  })
  readonly xml!: string;

  @TextField({
    description: 'JSON pointer, with `*` for the place in an array',
    max: 200,
    example: '/Order/*/OrderHead/orderNo',
  })
  readonly json!: string;

  @TextField({ description: 'Official name', max: 100, example: '订单编号' })
  readonly label!: string;

  @EnumField({
    description: '`group` has fields of its own; `signature` and `extension` are markup, as text in JSON',
    values: ['text', 'decimal', 'integer', 'group', 'signature', 'extension'],
    example: 'text',
  })
  readonly kind!: string;

  @BooleanField({ description: 'Whether it must be there', example: true })
  readonly required!: boolean;

  @IntegerField({ description: 'How often it may stand; null: without end', min: 1, nullable: true, example: 1 })
  readonly maxOccurs!: number | null;

  @IntegerField({ description: 'Characters at least; null: not counted', nullable: true, example: 0 })
  readonly minLength!: number | null;

  @IntegerField({ description: 'Characters at most; null: not counted', nullable: true, example: 60 })
  readonly maxLength!: number | null;

  @IntegerField({ description: 'Digits at most, of a number', nullable: true, example: 19 })
  readonly digits!: number | null;

  @IntegerField({ description: 'Decimal places at most, of a number', nullable: true, example: 5 })
  readonly places!: number | null;

  @TextField({ description: 'The only value; null: any', max: 10, nullable: true, example: '142' })
  readonly fixed!: string | null;

  @TextField({ description: 'What an empty element counts as; null: nothing', max: 10, nullable: true, example: '142' })
  readonly whenEmpty!: string | null;
}

export class CebMappingDto extends CebMessageDto {
  @TextField({ description: 'Namespace of `ceb`', max: 100, example: CEB_NAMESPACE })
  readonly namespace!: string;

  @ListField(() => CebFieldDto, { description: 'Attributes of the root, then each element in its order', max: 200 })
  readonly fields!: CebFieldDto[];

  static of(message: Message, fields: readonly MappedField[]): CebMappingDto {
    return { ...CebMessageDto.from(message), namespace: CEB_NAMESPACE, fields: [...fields] };
  }
}
