import { describe, expect, it } from 'vitest';
import { encode, html, mail, multipart, text, words } from '../../support/mime.ts';
import { parse, partOf } from '../support.ts';

const SENTENCE = '①㈱髙島屋～ﾃｽﾄの件、ご確認ください。';
const PLAIN = 'お世話になっております。納期の件、明日までにご回答ください。';
const KANA = 'ﾊﾞｶﾔﾛｳ';
const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const jis = (value: string): Buffer => encode(value, 'iso-2022-jp');
const kanaShift = (value: string): number[] => [...encode(value, 'shift_jis')].map((byte) => byte & 0x7f);

describe('a body in a declared charset', () => {
  it.each(['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp'])(
    '%s is decoded in every transfer encoding, without a warning',
    async (charset) => {
      for (const transfer of ['8bit', 'base64', 'quoted-printable'] as const) {
        const message = await parse(mail(text(SENTENCE, { charset, transfer })));
        expect(partOf(message, 'body')).toBe(SENTENCE);
        expect(message.warnings).toEqual([]);
      }
    },
  );

  it.each([
    ['x-sjis', 'shift_jis'],
    ['windows-31j', 'shift_jis'],
    ['MS932', 'shift_jis'],
    ['cp932', 'shift_jis'],
    ['eucJP-ms', 'euc-jp'],
    ['x-euc-jp', 'euc-jp'],
    ['ISO-2022-JP-MS', 'iso-2022-jp'],
    ['CP50220', 'iso-2022-jp'],
    ['CP50221', 'iso-2022-jp'],
    ['csISO2022JP', 'iso-2022-jp'],
  ])('under the name %s is known as %s', async (declared, charset) => {
    const message = await parse(mail(text(SENTENCE, { charset, declared })));
    expect(partOf(message, 'body')).toBe(SENTENCE);
    expect(message.warnings).toEqual([]);
  });

  it.each([
    ['gb18030', '你好，请尽快回复我们的邮件。'],
    ['big5', '您好，請儘快回覆我們的郵件。'],
    ['euc-kr', '안녕하세요. 빨리 답장해 주세요.'],
    ['windows-1251', 'Здравствуйте, ждём ответа.'],
    ['iso-8859-2', 'Dobrý den, čekáme na odpověď.'],
    ['utf-16le', 'Please answer. 至急です。'],
  ])('%s is believed', async (charset, content) => {
    const message = await parse(mail(text(content, { charset, transfer: 'base64' })));
    expect(partOf(message, 'body')).toBe(content);
    expect(message.warnings).toEqual([]);
  });
});

describe('a body whose charset is missing or wrong', () => {
  it.each(['utf-8', null, 'us-ascii'])('is Chinese when it is that in GB18030 (declared %s)', async (declared) => {
    for (const content of [
      '您好，请问我们的订单什么时候可以发货？',
      '我要杀了你，你给我等着。',
      '附件是合同的最终版本，请您确认后签字。',
    ])
      expect(partOf(await parse(mail(text(content, { charset: 'gb18030', declared }))), 'body')).toBe(content);
  });

  const charsets = ['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp'];
  const declarations = [null, 'us-ascii', 'utf-8', 'iso-8859-1', 'windows-1252', 'x-unknown', 'utf-7'];
  it.each(
    declarations.flatMap((declared) =>
      charsets.filter((charset) => charset !== declared).map((charset) => [declared, charset] as const),
    ),
  )('declared as %s, written in %s, is read and warned of', async (declared, charset) => {
    for (const content of [SENTENCE, PLAIN]) {
      const message = await parse(mail(text(content, { charset, declared })));
      expect(partOf(message, 'body')).toBe(content);
      expect(message.warnings).toEqual(['charset-guessed']);
    }
  });

  it.each([
    ['shift_jis', 'utf-8'],
    ['euc-jp', 'utf-8'],
    ['shift_jis', 'iso-2022-jp'],
    ['iso-2022-jp', 'shift_jis'],
    ['iso-2022-jp', 'euc-jp'],
    ['iso-2022-jp', 'utf-8'],
    ['gb2312', 'utf-8'],
  ])('declared as %s, written in %s, is read', async (declared, charset) => {
    const message = await parse(mail(text(PLAIN, { charset, declared })));
    expect(partOf(message, 'body')).toBe(PLAIN);
    expect(message.warnings).toEqual(['charset-guessed']);
  });

  it('half-width kana of Shift_JIS are not taken for EUC', async () => {
    for (const content of [KANA, 'ﾄﾞｳｼﾃ', 'ｱｱ']) {
      const message = await parse(mail(text(content, { charset: 'shift_jis', declared: null })));
      expect(partOf(message, 'body')).toBe(content);
    }
  });

  it.each([
    ['iso-8859-1', 'Für Rückfragen: café, naïve, déjà vu — Gérard'.replace('—', '-')],
    [null, 'Für Rückfragen: café, naïve, déjà vu'],
    ['us-ascii', 'Señor Núñez, ¿qué tal?'],
  ])('declared as %s, Western text is not taken for Japanese', async (declared, content) => {
    const message = await parse(mail(text(content, { charset: 'latin1', declared })));
    expect(partOf(message, 'body')).toBe(content);
  });

  it('plain ASCII needs no charset', async () => {
    const message = await parse(mail(text('Hello.', { declared: null })));
    expect(message.warnings).toEqual([]);
  });

  it('damaged UTF-8 stays UTF-8', async () => {
    const damaged = encode(PLAIN, 'utf-8');
    damaged[4] = 0xff;
    const message = await parse(mail(text(damaged.subarray(0, -1))));
    expect(partOf(message, 'body')).toContain('納期の件、明日までに');
  });

  it('an escape of ISO-2022-JP inside UTF-8 garbles nothing', async () => {
    const message = await parse(mail(text(`\x1b$B${PLAIN}`)));
    expect(partOf(message, 'body')).toContain(PLAIN);
  });

  it('every leaf of a multipart is sniffed for itself', async () => {
    const message = await parse(
      mail(
        multipart('mixed', [
          multipart('alternative', [
            text(jis('一つ目の文です。'), { declared: null }),
            multipart('related', [html(encode('<p>二つ目の文です。</p>', 'shift_jis'), { declared: 'utf-8' })]),
          ]),
          text(encode('三つ目の文です。', 'euc-jp'), { declared: 'us-ascii', transfer: 'base64' }),
        ]),
      ),
    );
    expect(partOf(message, 'body')).toBe('一つ目の文です。\n\n三つ目の文です。');
    expect(partOf(message, 'html')).toBe('二つ目の文です。');
  });
});

describe('the dialects of ISO-2022-JP', () => {
  it.each([
    ['a line that does not return to ASCII', bytes('\x1b$B$3$l\nplain text\n'), 'これ\nplain text'],
    ['half-width kana by SO and SI', bytes([0x0e], kanaShift(KANA), [0x0f], ' ok'), `${KANA} ok`],
    ['half-width kana by ESC ( I', bytes('\x1b(I', kanaShift(KANA), '\x1b(B ok'), `${KANA} ok`],
    ['half-width kana as 8-bit bytes', bytes('\x1b$B$3$l\x1b(B', [...encode(KANA, 'shift_jis')]), `これ${KANA}`],
    ['NEC and IBM kanji', bytes('\x1b$B-!-j|b\x1b(B'), '①㈱髙'],
    ['JIS X 0212', bytes('\x1b$(D0!\x1b(B'), '丂'],
    ['JIS C 6226 and JIS-Roman', bytes('\x1b$@$3$l\x1b(J!'), 'これ!'],
    ['a character cut in half', bytes('\x1b$B$3$'), 'こ\uFFFD'],
  ])('%s', async (_, body, expected) => {
    for (const declared of ['iso-2022-jp', 'cp50221', null]) {
      const message = await parse(mail(text(body, { declared })));
      expect(partOf(message, 'body')).toBe(expected);
    }
  });
});

describe('headers', () => {
  it.each(['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp'])('raw %s is decoded', async (charset) => {
    const subject = '【至急】ソフトの見積書の件';
    const message = await parse(
      mail(text('x'), {
        Subject: encode(subject, charset),
        From: Buffer.concat([encode('"表, 太郎"', charset), Buffer.from(' <TARO@Client.example.jp>')]),
      }),
    );
    expect(message.subject).toBe(subject);
    expect(message.from).toEqual({ name: '表, 太郎', address: 'taro@client.example.jp' });
    expect(message.warnings).toEqual(charset === 'utf-8' ? [] : ['charset-guessed']);
  });

  it('raw ISO-2022-JP that was folded is decoded', async () => {
    const raw = Buffer.concat([jis('見積書'), Buffer.from('\r\n '), jis('の件')]);
    expect((await parse(mail(text('x'), { Subject: raw }))).subject).toBe('見積書 の件');
  });

  it.each(['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp', 'cp50221', 'cp932'])(
    'encoded words in %s are decoded and joined',
    async (charset) => {
      const message = await parse(mail(text('x'), { Subject: words(charset, '①お見積り', 'ﾃｽﾄの件', ' 二通目') }));
      expect(message.subject).toBe('①お見積りﾃｽﾄの件 二通目');
    },
  );

  it.each(['utf-8', 'iso-2022-jp', 'shift_jis'])(
    '%s cut inside a character is joined before decoding',
    async (charset) => {
      const whole = encode('納期の件', charset);
      const cut = [whole.subarray(0, 4), whole.subarray(4)].map(
        (piece) => `=?${charset}?B?${piece.toString('base64')}?=`,
      );
      expect((await parse(mail(text('x'), { Subject: cut.join('\r\n ') }))).subject).toBe('納期の件');
    },
  );

  it('encoded words with a wrong charset are sniffed', async () => {
    const word = `=?utf-8?B?${encode('納期の件です', 'shift_jis').toString('base64')}?=`;
    expect((await parse(mail(text('x'), { Subject: word }))).subject).toBe('納期の件です');
  });

  it('Q words, languages and text around them', async () => {
    const message = await parse(mail(text('x'), { Subject: 'Re: =?UTF-8*ja?Q?=E7=B4=8D_=E6=9C=9F?= (2)' }));
    expect(message.subject).toBe('Re: 納 期 (2)');
  });

  it('an encoded name with a comma or an address in it is one name', async () => {
    const from = `${words('iso-2022-jp', '田中, 一郎 <fake@example.com>')} <real@client.example.jp>`;
    const message = await parse(mail(text('x'), { From: from }));
    expect(message.from).toEqual({ name: '田中, 一郎 <fake@example.com>', address: 'real@client.example.jp' });
  });
});
