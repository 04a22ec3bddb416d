import { describe, expect, it } from 'vitest';
import { fileProblem, TAKEN_FILES } from '../../src/response/index.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const PNG = bytes('\u0089PNG\r\n\u001a\n');
const MP4 = bytes('\0\0\0\u0020ftypM4A ');

describe('a file that goes with a fact', () => {
  it.each([
    ['写真.PNG', PNG],
    ['a.b.jpeg', bytes('\u00ff\u00d8\u00ff\u00e0')],
    ['録音.m4a', MP4],
    ['iphone.HEIC', bytes('\0\0\0\u0018ftypheic')],
    ['scan.pdf', bytes('%PDF-1.7')],
    ['old.mp3', bytes('\u00ff\u00fb')],
    ['notes.amr', bytes('#!AMR\n')],
    ['mail.msg', bytes('\u00d0\u00cf\u0011\u00e0')],
    ['mail.eml', bytes('From: a@example.com')],
    ['メモ.txt', bytes('')],
  ])('%s is taken', (name, head) => expect(fileProblem(name, head)).toBeNull());

  it.each([
    ['setup.exe', bytes('MZ'), 'kind'],
    ['page.html', bytes('<html>'), 'kind'],
    ['photo.svg', bytes('<svg>'), 'kind'],
    ['report.docm', bytes('PK'), 'kind'],
    ['photo', PNG, 'kind'],
    ['.png', bytes(''), 'not-as-named'],
    ['constructor', PNG, 'kind'],
    ['a.constructor', PNG, 'kind'],
    ['photo.png', bytes('MZ\u0090'), 'not-as-named'],
    ['photo.png', bytes('<html>'), 'not-as-named'],
    ['song.mp3', bytes('MZ\u0090'), 'not-as-named'],
    ['memo.txt', bytes('#!/bin/sh'), 'not-as-named'],
    ['memo.txt', bytes('\u007fELF'), 'not-as-named'],
    ['scan.pdf', MP4, 'not-as-named'],
  ] as const)('%s is not (%s)', (name, head, problem) => expect(fileProblem(name, head)).toBe(problem));

  it('is offered by what it may end in', () => {
    expect(TAKEN_FILES).toContain('.pdf');
    for (const end of TAKEN_FILES) expect(fileProblem(`x${end}`, bytes('MZ'))).toBe('not-as-named');
  });
});
