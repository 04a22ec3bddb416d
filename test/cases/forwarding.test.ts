import { describe, expect, it } from 'vitest';
import { type ForwardingRules, receive } from '../../src/cases/index.ts';
import { readOrigin } from '../../src/mail/index.ts';
import { matchesPatterns } from '../../src/util/address-patterns.ts';

const RULES: ForwardingRules = {
  addresses: ['soudan@example.co.jp'],
  confidentialAddresses: [],
  own: (address) => ['soudan@example.co.jp', 'komainu@example.co.jp'].includes(address),
  company: matchesPatterns(['*.example.co.jp']),
  server: 'mx.example.co.jp',
};
const PASS = 'Authentication-Results: mx.example.co.jp; dmarc=pass header.from=example.co.jp';

const received = (lines: readonly string[], rules: Partial<ForwardingRules> = {}) =>
  receive(readOrigin(Buffer.from([...lines, 'To: soudan@example.co.jp', '', '本文'].join('\r\n'))), {
    ...RULES,
    ...rules,
  });
const HANAKO = 'From: =?utf-8?B?6Iqx5a2Q?= <hanako@example.co.jp>';
const outcome = (lines: readonly string[], rules: Partial<ForwardingRules> = {}) => {
  const { kind, because } = received(lines, rules);
  return because === null ? kind : `${kind}: ${because}`;
};

describe('who forwarded a mail', () => {
  it.each<[string, string[], string]>([
    ['dmarc', ['dmarc=pass header.from=example.co.jp'], 'taken'],
    ['dmarc of another domain', ['dmarc=pass header.from=example.com'], 'held: unproven'],
    ['dmarc of nobody', ['dmarc=pass'], 'held: unproven'],
    [
      'dmarc that failed beside spf',
      ['dmarc=fail header.from=example.co.jp; spf=pass smtp.mailfrom=hanako@example.co.jp'],
      'held: unproven',
    ],
    ['aligned spf', ['dmarc=none; spf=pass smtp.mailfrom=hanako@example.co.jp'], 'taken'],
    ['spf of a domain below', ['spf=pass smtp.mailfrom=bounce.example.co.jp'], 'taken'],
    ['spf of another domain', ['spf=pass smtp.mailfrom=hanako@example.com'], 'held: unproven'],
    ['spf of a name that only ends alike', ['spf=pass smtp.mailfrom=a@evil-example.co.jp'], 'held: unproven'],
    ['spf of the domain above, which is anybody’s', ['spf=pass smtp.mailfrom=a@co.jp'], 'held: unproven'],
    ['aligned dkim', ['dkim=fail header.d=example.co.jp; dkim=pass header.d=example.co.jp'], 'taken'],
    ['dkim of another domain', ['dkim=pass header.d=example.com'], 'held: unproven'],
    ['whoever signed in', ['auth=pass smtp.auth=hanako@example.co.jp'], 'taken'],
    ['another who signed in', ['auth=pass smtp.auth=taro@example.co.jp'], 'held: unproven'],
    [
      'soft results',
      ['spf=softfail smtp.mailfrom=hanako@example.co.jp; dkim=neutral header.d=example.co.jp'],
      'held: unproven',
    ],
  ])('is proven by one server alone: %s', (_, [results], expected) => {
    expect(outcome([`Authentication-Results: mx.example.co.jp; ${results}`, HANAKO])).toBe(expected);
    expect(outcome([`Authentication-Results: mx.example.com; ${results}`, HANAKO])).toBe('held: unproven');
    expect(outcome([`Authentication-Results: mx.example.co.jp; ${results}`, HANAKO], { server: null })).toBe(
      'held: unproven',
    );
  });

  it('is not told where two findings stand under its name, whatever they say', () => {
    const forged = 'Authentication-Results: MX.example.co.jp; dmarc=pass header.from=example.co.jp';
    const own = 'Authentication-Results: mx.example.co.jp; spf=none';
    expect(outcome([own, forged, HANAKO])).toBe('held: ambiguous');
    expect(outcome([PASS, forged, HANAKO])).toBe('held: ambiguous');
    expect(outcome([PASS, 'Authentication-Results: relay.example.com; dmarc=fail', HANAKO])).toBe('taken');
  });

  it.each<[string, string[], string]>([
    ['outside', [PASS, 'From: taro@example.com'], 'refused: outsider'],
    ['a name that ends alike', [PASS, 'From: taro@notexample.co.jp'], 'refused: outsider'],
    ['nobody', [PASS], 'refused: outsider'],
    ['two people', [PASS, 'From: hanako@example.co.jp, taro@example.co.jp'], 'refused: outsider'],
    ['two From fields', [PASS, HANAKO, 'From: taro@example.com'], 'refused: outsider'],
    ['ourselves', [PASS, 'From: komainu@example.co.jp'], 'refused: own'],
    ['the consultation address', [PASS, 'From: Soudan <SOUDAN@example.co.jp>'], 'refused: own'],
    ['a bounce', [PASS, HANAKO, 'Return-Path: <>'], 'refused: bounce'],
    ['an automatic answer', [PASS, HANAKO, 'Auto-Submitted: auto-replied'], 'held: automatic'],
    ['a mailing list', [PASS, HANAKO, 'List-Id: <all.example.co.jp>'], 'held: automatic'],
  ])('counts: %s', (_, lines, expected) => {
    expect(outcome(lines)).toBe(expected);
  });

  it('gets no receipt where a machine wrote, or answered one of our mails', () => {
    expect(received([PASS, HANAKO])).toMatchObject({ answerable: true });
    expect(received([PASS, HANAKO, 'Precedence: bulk'])).toMatchObject({ answerable: false });
    expect(received([PASS, HANAKO, 'In-Reply-To: <msg_x@komainu.invalid>'])).toMatchObject({ answerable: false });
  });

  it.each<[string, string[], Partial<ForwardingRules>, boolean]>([
    ['an ordinary one', [], {}, false],
    ['by a word in the subject', ['Subject: Fwd: =?utf-8?B?77y76Z2e5YWs6ZaL77y9?= abc'], {}, true],
    ['in English', ['Subject: [Confidential] Fwd: abc'], {}, true],
    ['not by the bare word', ['Subject: Fwd: confidential report'], {}, false],
    ['by its address', ['Cc: naisho@example.co.jp'], { confidentialAddresses: ['naisho@example.co.jp'] }, true],
    [
      'by the address of the delivery',
      ['Delivered-To: naisho@example.co.jp'],
      { confidentialAddresses: ['naisho@example.co.jp'] },
      true,
    ],
    ['where both are there, to the open one', [], { confidentialAddresses: ['naisho@example.co.jp'] }, false],
    [
      'where no address is named (Bcc)',
      [],
      { addresses: ['other@example.co.jp'], confidentialAddresses: ['naisho@example.co.jp'] },
      true,
    ],
  ])('says whether it is confidential: %s', (_, lines, rules, confidential) => {
    expect(received([PASS, HANAKO, ...lines], rules)).toMatchObject({ confidential });
  });
});
