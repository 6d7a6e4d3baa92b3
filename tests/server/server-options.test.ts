import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readServerOptions } from '../../src/server/server-options.ts';

describe('the environment', () => {
  it('may say nothing', () => {
    const options = readServerOptions({ PORT: '', HOST: '', VYGODA_DATA: '' });
    expect(options).toMatchObject({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', hosts: [], origins: [] },
    });
    expect(options.ok && options.value.dataFolder.startsWith(tmpdir())).toBe(true);
  });

  it('says where, what and who', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      VYGODA_DATA: '/data',
      VYGODA_HOSTS: 'A.example, b.example',
      VYGODA_ORIGINS: 'https://a.example,http://localhost:3000',
      VYGODA_MAX_UPLOAD: '1000',
    };
    expect(readServerOptions(env)).toEqual({
      ok: true,
      value: {
        port: 0,
        host: '0.0.0.0',
        dataFolder: '/data',
        hosts: ['a.example', 'b.example'],
        origins: ['https://a.example', 'http://localhost:3000'],
        maxUpload: 1000,
      },
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['VYGODA_MAX_UPLOAD', '1 GB'],
    ['VYGODA_ORIGINS', '*'],
    ['VYGODA_ORIGINS', 'https://a.example/'],
    ['VYGODA_ORIGINS', 'a.example'],
    ['VYGODA_ORIGINS', 'https://A.example'],
    ['VYGODA_ORIGINS', 'null'],
  ])('%s=%s is refused by name', (name, value) => {
    const options = readServerOptions({ [name]: value });
    expect(!options.ok && options.fault).toContain(`${name} "${value}"`);
  });
});
