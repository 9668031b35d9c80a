import { TOYS, withForm } from '../../testing/forms.js';
import { type DeclarationForm } from '../declaration-form.js';
import { type RuleId } from '../finding.js';
import { type Details } from '../message-details.js';
import { validate } from '../validation.js';

function raised(form: DeclarationForm): string[] {
  return validate(form, '2026-11-24', true).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const details = (given: Details) => withForm({ details: given });
const licences = (...codes: string[]) => withForm({ licences: codes.map((code) => ({ code, number: '26-1' })) });
const carried = (changes: Partial<DeclarationForm>) => withForm({ isContainerised: false, containers: [], ...changes });
const airWaybill = (billNumber: string) =>
  carried({ transportMode: 'air', transport: { vesselName: 'CA931', voyageNumber: null, billNumber } });
const USD = (amount: string) => ({ amount, currency: 'USD' });

describe('Papers, charges, ports and containers', () => {
  it.each<[RuleId, string, DeclarationForm]>([
    ['too_many_licences', '/licences', licences('1', '2', '3', '4', 'E', 'F', 'G', 'I')],
    ['licence_twice', '/licences/1', licences('4', '4')],
    ['licence_code_unknown', '/licences/0/code', licences('0')],
    ['confirmations_format', '/details/PromiseItmes', details({ PromiseItmes: '00Y00' })],
    ['other_charges_incomplete', '/details/OtherMark', details({ OtherRate: '30' })],
    ['other_charges_incomplete', '/details/OtherCurr', details({ OtherMark: '3', OtherRate: '30' })],
    ['other_charges_incomplete', '/details/OtherRate', details({ OtherMark: '1' })],
    ['levy_nature_of_mode', '/details/CutMode', details({ CutMode: '503' })],
    ['charge_not_in_term', '/freightCharge', withForm({ freightCharge: USD('900.00') })],
    [
      'charge_not_in_term',
      '/insuranceCharge',
      withForm({ incoterm: 'CFR', freightCharge: USD('900.00'), insuranceCharge: USD('9.00') }),
    ],
    ['exit_office_of_other_district', '/exitOffice', withForm({ exitOffice: '2225' })],
    ['destination_port_of_other_country', '/portOfDischarge', withForm({ portOfDischarge: 'NLRTM' })],
    ['destination_port_of_other_country', '/destinationPortCode', withForm({ destinationPortCode: 'NLD066' })],
    ['loading_port_abroad', '/portOfLoading', withForm({ portOfLoading: 'VNHPH', exitPortCode: '380101' })],
    ['air_waybill_number', '/transport/billNumber', airWaybill('999-12345674')],
    ['container_check_digit', '/containers/0/number', boxes(['CSQU3054384', '22G1'])],
    ['container_number', '/containers/0/number', boxes(['CSQU305438', '22G1'])],
    ['container_twice', '/containers/1/number', boxes(['CSQU3054383', '22G1'], ['csqu 305438 3', '22G1'])],
    ['container_size_unknown', '/containers/0/sizeType', boxes(['CSQU3054383', '20GP?'])],
    ['container_size_unknown', '/containers/0/sizeType', boxes(['CSQU3054383', null])],
  ])('break %s at %s', (rule, pointer, form) => {
    expect(raised(form)).toContain(`${rule} ${pointer}`);
  });

  it.each<[string, DeclarationForm]>([
    ['seven licences', licences('1', '2', '3', '4', 'E', 'F', 'G')],
    ['three confirmations, as before 2020', details({ PromiseItmes: '019' })],
    ['other charges as a total', details({ OtherMark: '3', OtherRate: '30', OtherCurr: 'USD' })],
    ['other charges as a rate, which may lower the price', details({ OtherMark: '1', OtherRate: '-0.08' })],
    ['the levy of general trade', details({ CutMode: '101' })],
    ['a charge of nothing', withForm({ freightCharge: USD('0.00') })],
    ['an air waybill', airWaybill('999-12345675')],
    ['an air waybill with that of the house', airWaybill('99912345675_HAWB1')],
    ['an old container', boxes(['CSQU3054383', '22G1'])],
  ])('may be %s', (_what, form) => {
    expect(raised(form)).toEqual([]);
  });

  it('leave an office alone at a port of no known area', () => {
    expect(raised(withForm({ exitPortCode: '990001' }))).toEqual([]);
  });
});

function boxes(...containers: [string, string | null][]): DeclarationForm {
  return withForm({ containers: containers.map(([number, sizeType]) => ({ number, sizeType })), items: [TOYS] });
}
