import { expect, it } from 'vitest';
import { KernelMemory } from '../../../src/engine/ingest/kernel-memory.ts';

const MIB = 1 << 20;

it('hands a memory out again, with nothing in it of the reader before', () => {
  const memory = KernelMemory.take()!;
  const at = memory.place(new Uint8Array(1000).fill(7));
  memory.giveBack();
  const again = KernelMemory.take()!;
  expect(again).toBe(memory);
  expect(again.allocate(1000)).toBe(at);
  expect(again.bytes.subarray(at, at + 1000).every((byte) => byte === 0)).toBe(true);
});

it('keeps no large memory', () => {
  const memory = KernelMemory.take()!;
  memory.allocate(4 * MIB);
  memory.giveBack();
  expect(KernelMemory.take()).not.toBe(memory);
});
