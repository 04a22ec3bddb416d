import { describe, expect, it } from 'vitest';
import { createCounterpartyOf } from '../../src/cases/counterparty.ts';

describe('the counterparty behind a sender', () => {
  const counterpartyOf = createCounterpartyOf(['Free.example', 'mail.example.com']);

  it('is the company: all addresses at its domain', () => {
    expect(counterpartyOf('tanaka@client.example.jp')).toBe('client.example.jp');
    expect(counterpartyOf('suzuki@client.example.jp')).toBe('client.example.jp');
  });

  it('is another one at a subdomain or a domain that ends alike', () => {
    expect(counterpartyOf('tanaka@east.client.example.jp')).toBe('east.client.example.jp');
    expect(counterpartyOf('tanaka@ent.example.jp')).toBe('ent.example.jp');
  });

  it('is each person by themself at a free-mail domain, however the configuration writes it', () => {
    expect(counterpartyOf('tanaka@free.example')).toBe('tanaka@free.example');
    expect(counterpartyOf('suzuki@free.example')).toBe('suzuki@free.example');
    expect(counterpartyOf('suzuki@mail.example.com')).toBe('suzuki@mail.example.com');
  });

  it('is the company at a subdomain of a free-mail domain: only the exact domain is listed', () => {
    expect(counterpartyOf('tanaka@shop.free.example')).toBe('shop.free.example');
  });

  it('is read behind the last @, since a quoted local part may hold one', () => {
    expect(counterpartyOf('"a@free.example"@client.example.jp')).toBe('client.example.jp');
  });

  it('is the whole where there is no @', () => {
    expect(counterpartyOf('tanaka')).toBe('tanaka');
  });
});
