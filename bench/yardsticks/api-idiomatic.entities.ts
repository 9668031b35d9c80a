import { Column, CreateDateColumn, Entity, Index, ManyToOne, OneToMany, PrimaryGeneratedColumn } from 'typeorm';

/** Entities as the manual of TypeORM has them. */
@Entity({ name: 'idiomatic_order' })
export class IdiomaticOrder {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('text')
  reference!: string;

  @Column('text')
  contractNumber!: string;

  @Column('text')
  state!: string;

  @Column('text')
  sellerId!: string;

  @Column('text')
  buyerId!: string;

  @Column('text')
  incoterm!: string;

  @Column('text')
  currency!: string;

  @Column('text')
  salesChannel!: string;

  @Column('text')
  portOfLoading!: string;

  @Column('text')
  portOfDischarge!: string;

  @Column('text')
  destinationCountry!: string;

  @Column('text')
  declarationOffice!: string;

  @Column('text')
  exitOffice!: string;

  @Column('text')
  transportMode!: string;

  @Column('text')
  freightBy!: string;

  @Column('text', { nullable: true })
  freightMode!: string | null;

  @Column('jsonb')
  containers!: object[];

  @Column('date')
  readyDate!: string;

  @Column('text')
  refundMode!: string;

  @Column('boolean')
  refundAdvance!: boolean;

  @Column('text')
  fxConversion!: string;

  @Column('numeric')
  planRate!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @OneToMany(() => IdiomaticLine, (line) => line.order, { cascade: true })
  lines!: IdiomaticLine[];
}

@Entity({ name: 'idiomatic_line' })
export class IdiomaticLine {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ManyToOne(() => IdiomaticOrder, (order) => order.lines)
  order!: IdiomaticOrder;

  @Column('integer')
  lineNumber!: number;

  @Column('text')
  hsCode!: string;

  @Column('text')
  goodsName!: string;

  @Column('text')
  goodsNameEn!: string;

  @Column('text')
  declarationElements!: string;

  @Column('numeric')
  quantity!: string;

  @Column('text')
  unit!: string;

  @Column('numeric')
  firstQuantity!: string;

  @Column('text')
  firstUnit!: string;

  @Column('numeric', { nullable: true })
  secondQuantity!: string | null;

  @Column('text', { nullable: true })
  secondUnit!: string | null;

  @Column('numeric')
  unitPrice!: string;

  @Column('numeric')
  total!: string;

  @Column('numeric')
  netWeightKg!: string;

  @Column('numeric')
  grossWeightKg!: string;

  @Column('numeric')
  volumeCbm!: string;

  @Column('integer')
  packages!: number;

  @Column('text')
  packageType!: string;

  @Column('text')
  sourceDistrict!: string;

  @Column('numeric', { nullable: true })
  purchase!: string | null;

  @Column('numeric', { nullable: true })
  vatRate!: string | null;
}

@Entity({ name: 'idiomatic_outbox' })
export class IdiomaticOutbox {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  topic!: string;

  @Column('jsonb')
  payload!: object;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
