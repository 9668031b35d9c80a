/**
 * What most teams would write: Nest on Express, a validation pipe, TypeORM entities and `save()` in a transaction; it stores the
 * order, its lines and the outbox row, nothing more: no authentication, no tenant, no idempotency, no audit.
 */
import 'reflect-metadata';

import { Body, Controller, Get, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { OrderRequest } from '../../src/orders/api/dto/order-requests.dto.js';
import { SnakeNamingStrategy } from '../../src/platform/database/snake-naming.strategy.js';
import { IdiomaticLine, IdiomaticOrder, IdiomaticOutbox } from './api-idiomatic.entities.js';

@Controller()
class IdiomaticController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get('ready')
  ready(): object {
    return { ready: true };
  }

  @Post('orders')
  async create(@Body() request: OrderRequest): Promise<IdiomaticOrder> {
    return this.dataSource.transaction(async (manager) => {
      const order = manager.create(IdiomaticOrder, {
        ...request,
        ...request.route,
        state: 'placed',
        freightBy: request.freight.by,
        freightMode: request.freight.mode ?? null,
        containers: request.freight.containers ?? [],
        readyDate: request.freight.readyDate,
        refundMode: request.refund.mode,
        refundAdvance: request.refund.advance ?? false,
        fxConversion: request.fx.conversion ?? 'automatic',
        planRate: request.fx.planRate,
        lines: request.lines.map((line, index) => ({
          ...line,
          lineNumber: index + 1,
          total: line.total.amount,
          purchase: line.purchase?.amountExVat.amount ?? null,
          vatRate: line.purchase?.vatRate ?? null,
        })),
      });
      const saved = await manager.save(order);
      await manager.save(manager.create(IdiomaticOutbox, { topic: 'order.placed', payload: { orderId: saved.id } }));
      return saved;
    });
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'] ?? '',
      entities: [IdiomaticOrder, IdiomaticLine, IdiomaticOutbox],
      namingStrategy: new SnakeNamingStrategy(),
      synchronize: true,
      extra: { max: Number(process.env['DATABASE_POOL_MAX']) },
    }),
  ],
  controllers: [IdiomaticController],
})
class IdiomaticModule {}

const app = await NestFactory.create<NestExpressApplication>(IdiomaticModule, {
  logger: ['error'],
});
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
