import { BooleanField, JsonField, ListField, TextField } from '../../../platform/http/fields.js';
import { type DeclarationForm } from '../../domain/declaration-form.js';
import { importOf } from '../../domain/imports/import-form.js';
import { type DeclarationReading } from '../../application/declaration-readings.service.js';

const XML_MAX = 1_000_000;
const LEAVES_MAX = 5_000;

export class DeclarationReadingRequest {
  @TextField({
    description: 'A DecMessage (报关单申报报文, GACC 2018 No. 67) as it came',
    max: XML_MAX,
    example: '<DecMessage xmlns="http://www.chinaport.gov.cn/dec"><DecHead><IEFlag>E</IEFlag></DecHead></DecMessage>',
  })
  readonly xml!: string;
}

class MessageLeafDto {
  @TextField({ description: 'JSON pointer into `message`', max: 300, example: '/DecHead/TypistNo' })
  readonly path!: string;

  @TextField({ description: 'What the message says there', max: 100_000, example: '8930000000000' })
  readonly value!: string;
}

export class DeclarationReadingDto {
  @BooleanField({ description: 'Whether it is a declaration at all: well-formed, a DecMessage', example: true })
  readonly readable!: boolean;

  @JsonField({
    description: 'The message as JSON: elements by their official names, values as text, what may repeat as an array',
    nullable: true,
  })
  readonly message!: object | null;

  @JsonField({
    description:
      'The declaration as a form of ours, in the fields of GET /v1/customs/declarations/{id}, for an import in those of ' +
      'GET /v1/customs/import-declarations/{id}; null without goods',
    nullable: true,
  })
  readonly form!: object | null;

  @ListField(() => MessageLeafDto, {
    description: 'What the message says and the form, declared, would not; without a form all of it',
    max: LEAVES_MAX,
  })
  readonly unheld!: MessageLeafDto[];

  static from(this: void, read: DeclarationReading | null): DeclarationReadingDto {
    if (read === null) return { readable: false, message: null, form: null, unheld: [] };
    const { message, form, unheld } = read;
    return { readable: true, message, form: form && presentForm(form), unheld: unheld.slice(0, LEAVES_MAX) };
  }
}

/** Without the lines of an order, which a message does not know. */
function presentForm(form: DeclarationForm): object {
  const { exporter: importer, declarant, supervisionMode, items, ...head } = form;
  if (form.import !== undefined) return { supervisionMode, importer, declarant, ...importOf(form) };
  const lines = items.map(({ orderLineId: _line, ...item }) => item);
  return { ...head, exporter: importer, declarant, supervisionMode, items: lines };
}
