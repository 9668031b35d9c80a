import { SystemClock } from '../../src/kernel/clock.js';
import { addDays, CHINA, dateInZone, type LocalDate } from '../../src/kernel/local-date.js';
import { type ApiClient } from './api-client.js';
import { type OrderFile } from './order-shape.js';

interface Created {
  readonly id: string;
}

/** Made up; the check signs are right. */
const BROKER = {
  name: '宁波示例报关有限公司',
  nameEn: 'Ningbo Example Customs Broker Co., Ltd.',
  uscc: '91330206MA2BR0K3RY',
  customsCode: '3302980001',
};
const AGENT = { name: '宁波示例外贸综合服务有限公司', uscc: '91330203MA2DEM6F0G' };

function today(): LocalDate {
  return dateInZone(new SystemClock().now(), CHINA);
}

/** As in live operation: nothing is declared without a broker's mandate, nor filed for a producer without an agreement. */
export async function requireMandates(api: ApiClient, required: boolean): Promise<void> {
  await api.put('/v1/customs/broker-mandate-policy', { required });
  await api.put('/v1/tax-refund/agency-policy', { required });
}

/** The seller entrusts a customs broker with what it exports in the year to come. */
export async function entrustBroker(api: ApiClient, sellerId: string, number: number): Promise<string> {
  const validFrom = today();
  const { id } = await api.post<Created>('/v1/customs/broker-mandates', {
    sellerId,
    broker: BROKER,
    kind: 'long_term',
    agreementNumber: `3101${validFrom.replaceAll('-', '')}${String(number).padStart(6, '0')}`,
    validFrom,
    validTo: addDays(validFrom, 364),
  });
  await api.post(`/v1/customs/broker-mandates/${id}/acceptance`);
  return BROKER.name;
}

/** A manufacturer has its refund filed by who is named on its agency invoice; both have told their tax offices. */
export async function entrustAgent(api: ApiClient, sellerId: string, file: OrderFile, number: number): Promise<string> {
  const day = today();
  const buyer = file.invoices?.find(({ kind }) => kind === 'agency_refund')?.['buyer'];
  const { name, taxNumber } = (buyer ?? { name: AGENT.name, taxNumber: AGENT.uscc }) as {
    readonly name: string;
    readonly taxNumber: string;
  };
  const { id } = await api.post<Created>('/v1/tax-refund/agency-agreements', {
    producerId: sellerId,
    agent: { name, uscc: taxNumber },
    agreementNumber: `DBTS-${day}-${number}`,
    signedOn: day,
    validFrom: day,
    evidence: [
      { condition: 'producer', metOn: day, documents: ['一般纳税人登记表', '出口退（免）税备案表'] },
      { condition: 'contracts', metOn: day, documents: ['出口合同', '外贸综合服务合同'] },
    ],
  });
  const filing = { filedOn: day, taxOffice: '国家税务总局宁波市税务局' };
  await api.post(`/v1/tax-refund/agency-agreements/${id}/confirmation`, {
    producerFiling: filing,
    agentFiling: filing,
  });
  return name;
}
