import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { patientChunks } from '../../../src/server/http/patient-chunks.ts';

const collect = async (body: PassThrough, patience: number, pause = 0): Promise<string> => {
  let text = '';
  for await (const chunk of patientChunks(body, patience)) {
    text += chunk.toString();
    if (pause > 0) await wait(pause);
  }
  return text;
};

describe('the body of a request', () => {
  it('comes as it is', async () => {
    const body = new PassThrough();
    body.write('a');
    body.end('b');
    expect(await collect(body, 1000)).toBe('ab');
  });

  it('is given up when nothing comes, or too little', async () => {
    await expect(collect(new PassThrough(), 50)).rejects.toMatchObject({
      code: 'too-slow',
      status: 408,
    });
    const dripping = new PassThrough();
    const drip = setInterval(() => dripping.write('x'), 5);
    const start = performance.now();
    await expect(collect(dripping, 100)).rejects.toMatchObject({ code: 'too-slow' });
    expect(performance.now() - start).toBeLessThan(1000);
    clearInterval(drip);
    expect(dripping.destroyed).toBe(false);
  });

  it('may take long when it makes progress', async () => {
    const body = new PassThrough();
    const fill = setInterval(() => body.write('x'.repeat(11_000)), 30);
    setTimeout(() => {
      clearInterval(fill);
      body.end();
    }, 400);
    expect((await collect(body, 150)).length).toBeGreaterThan(50_000);
  });

  it('is never charged for what is done with it', async () => {
    const body = new PassThrough();
    for (let at = 0; at < 5; at++) body.write('x');
    body.end();
    expect(await collect(body, 40, 30)).toBe('xxxxx');
  });

  it('can be read over when nobody wants the rest', async () => {
    const body = new PassThrough();
    body.write('a');
    for await (const chunk of patientChunks(body)) {
      expect(chunk.toString()).toBe('a');
      break;
    }
    body.end('b');
    body.resume();
    await once(body, 'end');
  });

  it('that is cut off says so', async () => {
    const body = new PassThrough();
    body.write('x');
    setTimeout(() => body.destroy(new Error('aborted')), 10);
    await expect(collect(body, 1000)).rejects.toMatchObject({ code: 'bad-request' });
  });
});
