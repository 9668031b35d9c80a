import { Decimal } from '../../src/kernel/decimal.js';
import { Money, type MoneyJson } from '../../src/kernel/money.js';
import { type ApiClient } from './api-client.js';
import { entrustAgent, entrustBroker } from './entrusting.js';
import { modeOf } from './order-rules.js';
import { type InvoiceInFile, type OrderFile } from './order-shape.js';
import { type OutsideWorld } from './outside-world.js';
import { type WebhookEvent } from './receiver.js';

interface Created {
  readonly id: string;
}

interface Declaration {
  readonly id: string;
  readonly version: number;
  /** Null until customs has told it. */
  readonly exportDate: string | null;
  /** `fob` is what the item is worth at the port of loading; null while that cannot be told. */
  readonly items: readonly { readonly itemNumber: number; readonly fob: MoneyJson | null }[];
}

interface Summary extends Pick<Declaration, 'id'> {
  readonly state: string;
  readonly part: { readonly number: number };
}

/** What the demo itself does, told in one line each; everything else happens by itself. */
export type Tell = (player: Player, sentence: string) => void;

/**
 * Plays one order: enters it through the public API, and then only does what people do: the buyer pays after the ship
 * has left, a clerk mends a declaration that came back, a manufacturer writes its invoice when the FOB value is known, or
 * gives the VAT figures of its month.
 */
export class Player {
  private sellerId = '';
  private idOfOrder = '';
  private isPaid = false;
  private isEvidenced = false;
  /** What is being done about an event; a failure is kept for whoever waits. */
  private readonly errands: Promise<void>[] = [];
  private failure: Error | null = null;

  constructor(
    readonly number: number,
    readonly file: OrderFile,
    private readonly api: ApiClient,
    private readonly world: OutsideWorld,
    private readonly tell: Tell,
  ) {}

  get orderId(): string {
    return this.idOfOrder;
  }

  /** The first thing that went wrong while the demo played people; null while all is well. */
  get failed(): Error | null {
    return this.failure;
  }

  /** Parties, whom the seller entrusts, the order, and the invoices that are already there. */
  async enter(): Promise<void> {
    const { seller, buyer, order } = this.file;
    const { id: sellerId } = await this.api.post<Created>('/v1/parties', { country: 'CN', ...seller, kind: 'seller' });
    const { id: buyerId } = await this.api.post<Created>('/v1/parties', { ...buyer, kind: 'buyer' });
    this.sellerId = sellerId;
    await this.entrust();
    const created = await this.api.post<Created>('/v1/orders', { ...order, sellerId, buyerId });
    this.idOfOrder = created.id;
    this.tell(this, `Order ${order.reference} entered through the API`);
    for (const invoice of this.invoices('special')) await this.record(invoice, []);
  }

  /** Who may declare and, where the refund is filed by somebody else, who may file. */
  private async entrust(): Promise<void> {
    const broker = await entrustBroker(this.api, this.sellerId, this.number);
    this.tell(this, `The seller entrusts the customs broker ${broker} (代理报关委托)`);
    if (modeOf(this.file.order) !== 'agency') return;
    const agent = await entrustAgent(this.api, this.sellerId, this.file, this.number);
    this.tell(this, `The manufacturer has its refund filed by ${agent} (代办退税协议)`);
  }

  /** Hears an event of its order, and does what people do then. */
  hear(event: WebhookEvent): void {
    const errand = this.errandFor(event);
    if (errand === null) return;
    this.errands.push(
      errand.catch((error: unknown) => {
        this.failure ??= error instanceof Error ? error : new Error(String(error));
      }),
    );
  }

  async settle(): Promise<void> {
    await Promise.all(this.errands);
  }

  private errandFor({ type, resource }: WebhookEvent): Promise<void> | null {
    if (type === 'freight.shipment.departed' && !this.isPaid) {
      this.isPaid = true;
      return this.pay();
    }
    if (type === 'customs.declaration.rejected') return this.mend(resource.id);
    return type === 'customs.declaration.cleared' ? this.giveEvidence() : null;
  }

  private async pay(): Promise<void> {
    const { order, buyer, payments } = this.file;
    const query = `sellerId=${this.sellerId}&currency=${order.currency}&state=open`;
    const [account] = await this.api.all<{ accountNumber: string }>(`/v1/fx/collection-accounts?${query}`);
    if (account === undefined)
      throw new Error(`${order.reference}: the seller has no open account in ${order.currency}`);
    for (const { amount, charges, payerName, remittance } of payments) {
      await this.world.pay({
        accountNumber: account.accountNumber,
        amount,
        ...(charges === undefined ? {} : { charges }),
        payerName: payerName ?? buyer.name,
        payerCountry: buyer.country,
        ...(remittance === undefined ? {} : { remittance: remittance.replaceAll('{reference}', order.reference) }),
      });
      const kept =
        charges === undefined ? '' : `, of which banks on the way keep ${Money.fromJSON(charges).toString()}`;
      this.tell(this, `The buyer sends ${Money.fromJSON(amount).toString()}${kept}`);
    }
  }

  /** Mends what customs sent back, and declares again. */
  private async mend(declarationId: string): Promise<void> {
    const { order, whenRejected } = this.file;
    if (whenRejected === undefined) {
      throw new Error(
        `${order.reference}: customs sent the declaration back, and the file says not how to mend it (whenRejected)`,
      );
    }
    const path = `/v1/customs/declarations/${declarationId}`;
    const { version } = await this.api.get<Declaration>(path);
    await this.api.patch(path, version, whenRejected);
    await this.api.post(`${path}/resubmission`);
    this.tell(this, 'A clerk mends the declaration and declares again');
  }

  /**
   * What the refund still needs, and nobody knew before the goods had left: the FOB value, the month of the export. A long
   * order has several declarations; it is given when all are cleared.
   */
  private async giveEvidence(): Promise<void> {
    const invoices = this.invoices('agency_refund');
    const { taxPeriod } = this.file;
    if (invoices.length === 0 && taxPeriod === undefined) return;
    const declarations = await this.cleared();
    if (declarations === null || this.isEvidenced) return;
    this.isEvidenced = true;
    const items = declarations.flatMap((declaration) => declaration.items);
    const lines = items.map((item, index) => ({ ...item, itemNumber: index + 1 }));
    for (const invoice of invoices) await this.record(invoice, lines);
    const exportDate = declarations
      .flatMap((declaration) => declaration.exportDate ?? [])
      .sort()
      .at(-1);
    if (taxPeriod === undefined || exportDate === undefined) return;
    const period = exportDate.slice(0, 7).replace('-', '');
    await this.api.put(`/v1/tax-refund/periods/${period}`, { ...taxPeriod, sellerId: this.sellerId });
    this.tell(this, `The manufacturer's bookkeeper gives the VAT figures of ${period}`);
  }

  /** The declarations of the order, by their parts; null while customs has not cleared all of them. */
  private async cleared(): Promise<Declaration[] | null> {
    const all = await this.api.all<Summary>(`/v1/customs/declarations?orderId=${this.orderId}`);
    if (all.some(({ state }) => state !== 'cleared')) return null;
    const inOrder = all.sort((left, right) => left.part.number - right.part.number);
    return Promise.all(inOrder.map(({ id }) => this.api.get<Declaration>(`/v1/customs/declarations/${id}`)));
  }

  private invoices(kind: InvoiceInFile['kind']): InvoiceInFile[] {
    return (this.file.invoices ?? []).filter((invoice) => invoice.kind === kind);
  }

  /** @param declared with FOB values, for agency invoices: 金额 = FOB × rate, rounded half up once per line */
  private async record(invoice: InvoiceInFile, declared: Declaration['items']): Promise<void> {
    const lines = invoice.lines.map((line) => {
      const hsCode = this.file.order.lines[line.orderLineNumber - 1]?.hsCode;
      const fob = declared.find(({ itemNumber }) => itemNumber === line.orderLineNumber)?.fob ?? null;
      if (fob === null) return { ...line, hsCode };
      const inCny = Money.fromJSON(fob)
        .toDecimal()
        .times(invoice.fxRate ?? 0);
      const amount = Money.ofMajor(inCny, 'CNY', 'half-up');
      const vat = amount.times(new Decimal(line.vatRate), 'half-up');
      return { ...line, hsCode, amountExVat: amount.toJSON(), vat: vat.toJSON() };
    });
    await this.api.post('/v1/tax-refund/invoices', { ...invoice, lines, orderId: this.orderId });
    const words = invoice.kind === 'special' ? 'Special VAT invoice' : 'Agency refund invoice for the FOB value';
    this.tell(this, `${words} ${String(invoice['invoiceNumber'])} recorded`);
  }
}
