import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import NumberField from '../../../src/app/components/base/NumberField.vue';

const type = async (text: string, props: object = {}) => {
  const field = mount(NumberField, { props: { label: 'Курс', modelValue: 540, ...props } });
  const input = field.get('input');
  await input.setValue(text);
  await input.trigger('change');
  return field;
};

describe('a number field', () => {
  it('takes a decimal comma and a decimal point alike', async () => {
    expect((await type('7,5')).emitted('update:modelValue')).toEqual([[7.5]]);
    expect((await type('7.5')).emitted('update:modelValue')).toEqual([[7.5]]);
  });

  it('says what is wrong and keeps the old value', async () => {
    const field = await type('семь');
    expect(field.emitted('update:modelValue')).toBeUndefined();
    expect(field.get('[role=alert]').text()).toContain('Здесь нужно число');
    expect(field.get('input').attributes('aria-invalid')).toBe('true');
  });

  it('may be empty only where it is optional', async () => {
    expect((await type('')).find('[role=alert]').exists()).toBe(true);
    expect((await type('', { optional: true })).emitted('update:modelValue')).toEqual([[null]]);
  });

  it('refuses what is below its least value', async () => {
    expect((await type('-1', { min: 0 })).find('[role=alert]').exists()).toBe(true);
  });
});
