import 'reflect-metadata';

import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { tellDeprecation } from './deprecation.js';
import { TextField } from './fields.js';
import { describeApi } from './openapi.js';
import { QueryOperation } from './operation.js';

class WordDto {
  @TextField({ description: 'A word' })
  readonly word!: string;
}

@Controller('v1/words')
class Words {
  @Get('old')
  @QueryOperation({
    id: 'oldWord',
    summary: 'The old word',
    description: 'It will end.',
    scope: 'orders:read',
    answers: WordDto,
    deprecated: { since: '2027-01-01', sunset: '2027-07-01', instead: '/v1/words/new' },
  })
  old(): WordDto {
    return { word: 'old' };
  }

  @Get('new')
  @QueryOperation({
    id: 'newWord',
    summary: 'The new word',
    description: 'It stays.',
    scope: 'orders:read',
    answers: WordDto,
  })
  new(): WordDto {
    return { word: 'new' };
  }
}

@Module({ controllers: [Words] })
class WordsModule {}

describe('An operation that will end', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(WordsModule, new FastifyAdapter(), { logger: false });
    tellDeprecation(app.getHttpAdapter().getInstance());
    await app.init();
  });
  afterAll(() => app.close());

  it('says so on each answer, with its last day and what takes its place', async () => {
    const { headers } = await app.inject('/v1/words/old');
    expect(headers).toMatchObject({
      deprecation: '@1798761600',
      sunset: 'Thu, 01 Jul 2027 00:00:00 GMT',
      link: '</v1/words/new>; rel="successor-version"',
    });
  });

  it('says so in the contract, where what breaks clients is held against it', () => {
    const { paths } = describeApi(app, { title: 'Words', description: '', tags: [], webhooks: () => ({}) });
    expect(paths['/v1/words/old']?.get).toMatchObject({ deprecated: true, 'x-sunset': '2027-07-01' });
    expect(Object.keys(paths['/v1/words/old']?.get?.responses['200'] ?? {})).toContain('headers');
    expect(paths['/v1/words/old']?.get?.responses['200']).toMatchObject({
      headers: { Deprecation: {}, Sunset: {}, Link: {} },
    });
  });

  it('leaves the others alone', async () => {
    const { headers } = await app.inject('/v1/words/new');
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['deprecation']));
    const { paths } = describeApi(app, { title: 'Words', description: '', tags: [], webhooks: () => ({}) });
    expect(paths['/v1/words/new']?.get).not.toHaveProperty('deprecated');
  });
});
