import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answers,
  localSocketPath,
  SocketError,
  serveLocalApi,
  socketAddress,
} from '../../../../src/fronts/api/local/index.ts';
import { socketFetch } from '../../../../src/fronts/cli/local/socket-fetch.ts';

const app = new Hono()
  .get('/ping', (c) => c.json({ pong: c.req.query('q') ?? null }))
  .post('/echo', async (c) => c.text(`${c.req.header('x-mark')} ${await c.req.text()}`, 201));

describe('the local socket', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-socket-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function ask(dataPath: string, path: string, init?: RequestInit): Promise<Response> {
    await using address = await socketAddress(localSocketPath(dataPath));
    const response = await socketFetch(address.path)(`http://komainu${path}`, init);
    return new Response(await response.text(), response);
  }

  it('carries requests and answers', async () => {
    await using _service = await serveLocalApi(app, localSocketPath(folder));
    expect(await (await ask(folder, '/ping?q=%E6%9D%B1')).json()).toEqual({ pong: '東' });
    const echo = await ask(folder, '/echo', { method: 'POST', body: '本文', headers: { 'x-mark': 'm' } });
    expect([echo.status, await echo.text()]).toEqual([201, 'm 本文']);
    expect((await ask(folder, '/nothing')).status).toBe(404);
  });

  it('is for its owner alone, and so is a data folder that is made for it', async () => {
    const dataPath = join(folder, 'data');
    await using _service = await serveLocalApi(app, localSocketPath(dataPath));
    expect((await stat(localSocketPath(dataPath))).mode & 0o777).toBe(0o600);
    expect((await stat(dataPath)).mode & 0o777).toBe(0o700);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const dataPath = join(folder, '長い名前の保存先'.repeat(8), 'deep'.repeat(20));
    await using _service = await serveLocalApi(app, localSocketPath(dataPath));
    expect(existsSync(localSocketPath(dataPath))).toBe(true);
    expect((await ask(dataPath, '/ping')).status).toBe(200);
  });

  it('is gone after the service ended', async () => {
    const service = await serveLocalApi(app, localSocketPath(folder));
    await service[Symbol.asyncDispose]();
    expect(existsSync(localSocketPath(folder))).toBe(false);
    await using address = await socketAddress(localSocketPath(folder));
    expect(await answers(address)).toBe(false);
    await expect(socketFetch(address.path)('http://komainu/ping')).rejects.toThrow();
  });

  it('left by a killed process is taken over', async () => {
    const path = localSocketPath(folder);
    const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
    await once(spawn(process.execPath, ['-e', script]), 'exit');
    expect(existsSync(path)).toBe(true);
    await using _service = await serveLocalApi(app, path);
    expect((await ask(folder, '/ping')).status).toBe(200);
  });

  it('is not taken from a process that answers', async () => {
    await using _service = await serveLocalApi(app, localSocketPath(folder));
    await expect(serveLocalApi(app, localSocketPath(folder))).rejects.toThrow(SocketError);
    expect((await ask(folder, '/ping')).status).toBe(200);
  });

  it.each([
    ['a file', (path: string) => writeFile(path, 'mine')],
    ['a folder', (path: string) => mkdir(path)],
  ])('does not remove %s in its place', async (_what, make) => {
    await make(localSocketPath(folder));
    await expect(serveLocalApi(app, localSocketPath(folder))).rejects.toThrow(SocketError);
    expect(existsSync(localSocketPath(folder))).toBe(true);
  });
});
