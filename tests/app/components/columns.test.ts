import { describe, expect, it } from 'vitest';
import { gridOf, layColumns } from '../../../src/app/components/table/columns.ts';

const keys = (available: number): string =>
  layColumns(available, null, {})
    .map(({ key }) => key)
    .join(' ');

describe('columns', () => {
  it('shows as many as fit, the most telling first, in their own order', () => {
    expect(keys(2000)).toBe(
      'name code status city age balance spend product benefit expected send',
    );
    expect(keys(1263)).toBe('name code status city age balance product expected send');
    expect(keys(740)).toBe('name product expected send');
    expect(keys(100)).toBe('name product');
  });

  it('shows what the person chose, whatever the width', () => {
    expect(layColumns(100, ['code', 'age', 'send'], {}).map(({ key }) => key)).toEqual([
      'code',
      'age',
      'send',
    ]);
  });

  it('keeps dragged widths and shares out the rest', () => {
    const columns = layColumns(100, ['name', 'product'], { name: 200 });
    expect(gridOf(columns)).toBe('48px 200px minmax(262px, 262fr)');
  });
});
